package io.shouxin.setup;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.identity.KeyBackups;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAdministration;
import io.shouxin.identity.StaffPasswords;
import io.shouxin.identity.Username;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firm;
import io.shouxin.platform.Firms;
import io.shouxin.platform.KeyBackup;
import io.shouxin.platform.KeyBackup.Verdict;
import io.shouxin.setup.SetUpAnswers.FirstAdministrator;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The questions of the set-up. Everything is asked with the secret of the browser that used the link; another one is refused. Answers
 * are kept as they come, so that a process that was killed goes on where it was; nothing of them is in force before {@link #finish}.
 */
@Service
public class SetUp {

    private final SetUpDoor door;
    private final AnswerStore store;
    private final Firms firms;
    private final StaffPasswords passwords;
    private final StaffAdministration administration;
    private final KeyBackup backup;
    private final KeyBackups backups;
    private final ScaleTiers tiers;
    private final EvidenceLog evidence;
    private final Clock clock;

    public SetUp(
            SetUpDoor door,
            AnswerStore store,
            Firms firms,
            StaffPasswords passwords,
            StaffAdministration administration,
            KeyBackup backup,
            KeyBackups backups,
            ScaleTiers tiers,
            EvidenceLog evidence,
            Clock clock) {
        this.door = door;
        this.store = store;
        this.firms = firms;
        this.passwords = passwords;
        this.administration = administration;
        this.backup = backup;
        this.backups = backups;
        this.tiers = tiers;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Transactional
    public SetUpAnswers answers(String holder) {
        door.require(holder);
        return store.read();
    }

    /** Keeps an answer. */
    @Transactional
    public void keep(String holder, UnaryOperator<SetUpAnswers> answer) {
        door.require(holder);
        store.write(answer.apply(store.read()));
    }

    /**
     * Keeps who the first administrator is.
     *
     * @throws InvalidInput if the password is easily guessed or the pledge was not given
     */
    @Transactional
    public void keepAdministrator(
            String holder, String username, String displayName, String password, boolean pledged) {
        door.require(holder);
        SetUpAnswers answers = store.read();
        String name = new Username(username).value();
        String firm = answers.firm() == null ? "" : answers.firm().name();
        if (!pledged) {
            throw new InvalidInput("/pledge", "identity.password.error.pledge");
        }
        String hash = passwords.hashChosen(password, List.of(name, displayName, firm));
        store.write(answers.with(new FirstAdministrator(name, displayName, hash)));
    }

    /** The wrapping keys as a file, for the copy that the owner must keep elsewhere. */
    @Transactional
    public byte[] keyCopy(String holder) {
        door.require(holder);
        evidence.append(EvidenceEvent.of(EvidenceKind.EXPORTED, Actor.ANONYMOUS)
                .target("setup", "wrapping-keys")
                .detail("epoch", backup.currentEpoch())
                .build());
        return backup.copy();
    }

    /** Tries a copy of the wrapping keys that was sent. */
    @Transactional
    public Verdict checkCopy(String holder, byte[] copy) {
        door.require(holder);
        return proved(backup.check(copy));
    }

    /** Tries a copy of the wrapping keys on this machine. */
    @Transactional
    public Verdict checkCopy(String holder, String path) {
        door.require(holder);
        return proved(backups.verdict(path));
    }

    private Verdict proved(Verdict verdict) {
        backups.noted(verdict, Actor.ANONYMOUS);
        if (verdict == Verdict.OPENS) {
            store.write(store.read().withProof(backup.currentEpoch()));
        }
        return verdict;
    }

    /**
     * Makes the firm, its branches and its first administrator of the answers, in one transaction, and closes the set-up for good.
     *
     * @throws InvalidInput if a question is open, or the wrapping key has changed since its copy was tried
     */
    @Transactional
    public void finish(String holder) {
        door.require(holder);
        SetUpAnswers answers = store.read();
        if (answers.missing().isPresent()) {
            throw new InvalidInput("", "setup.check.error.open");
        }
        if (!Objects.equals(answers.provedEpoch(), backup.currentEpoch())) {
            throw new InvalidInput("", "setup.check.error.key");
        }
        firms.save(firm(answers));
        Set<UUID> branches = branches(answers);
        FirstAdministrator first = Objects.requireNonNull(answers.administrator());
        StaffAccount administrator = administration.createFirst(
                new Username(first.username()), first.displayName(), branches, first.passwordHash());
        long people = Objects.requireNonNull(answers.people());
        firms.state(people, clock.instant());
        evidence.append(EvidenceEvent.of(EvidenceKind.SETTING_CHANGED, administrator.actor())
                .target("setting", "firm")
                .outcome("SET_UP")
                .detail("jurisdiction", answers.jurisdiction())
                .detail("branches", branches.size())
                .detail("people", people)
                .detail("tier", tiers.of(people).code())
                .detail("tier_table", tiers.version())
                .build());
        door.closeForGood();
    }

    private static Firm firm(SetUpAnswers answers) {
        SetUpAnswers.Name name = Objects.requireNonNull(answers.firm());
        SetUpAnswers.Contact contact = Objects.requireNonNull(answers.contact());
        SetUpAnswers.Authority authority = Objects.requireNonNull(answers.authority());
        return new Firm(
                name.name(),
                name.address(),
                contact.person(),
                contact.phone(),
                contact.email(),
                authority.name(),
                authority.englishName(),
                Objects.requireNonNull(answers.jurisdiction()).name());
    }

    private Set<UUID> branches(SetUpAnswers answers) {
        List<Branch> branches = Objects.requireNonNull(answers.branches()).stream()
                .map(shop -> new Branch(UUID.randomUUID(), shop.name(), shop.sector()))
                .toList();
        branches.forEach(branch -> {
            firms.save(branch);
            evidence.append(EvidenceEvent.of(EvidenceKind.SETTING_CHANGED, Actor.ANONYMOUS)
                    .target("branch", branch.id())
                    .outcome("CREATED")
                    .detail("sector", branch.sector().name())
                    .build());
        });
        return branches.stream().map(Branch::id).collect(Collectors.toSet());
    }
}
