package io.shouxin.identity;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.Branch;
import io.shouxin.platform.BranchWork;
import io.shouxin.platform.Firms;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import io.shouxin.shared.StateRefused;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do with the firm's people. Whoever changes an account names the version they have seen; if a colleague was
 * faster, nothing is saved and they are told (OWASP ASVS 2.3.4).
 */
@Service
public class StaffAdministration {

    /** How long a start password may be used. */
    public static final Duration START_PASSWORD_LIFE = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final StaffAccounts accounts;
    private final Members members;
    private final Pledges pledges;
    private final Absences absences;
    private final StaffMailboxes mailboxes;
    private final Firms firms;
    private final BranchWork work;
    private final PasswordRules rules;
    private final PasswordEncoder passwords;
    private final AdministratorsOnly administrators;
    private final EvidenceLog evidence;
    private final Clock clock;

    public StaffAdministration(
            JdbcClient jdbc,
            StaffAccounts accounts,
            Pledges pledges,
            Absences absences,
            StaffMailboxes mailboxes,
            Firms firms,
            BranchWork work,
            PasswordRules rules,
            PasswordEncoder passwords,
            AdministratorsOnly administrators,
            EvidenceLog evidence,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.members = new Members(jdbc, absences);
        this.pledges = pledges;
        this.absences = absences;
        this.mailboxes = mailboxes;
        this.firms = firms;
        this.work = work;
        this.rules = rules;
        this.passwords = passwords;
        this.administrators = administrators;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** Everybody, those who have left last. */
    public List<Member> members() {
        administrators.require("list accounts");
        return members.all();
    }

    /**
     * @throws NotFound if there is no such account
     */
    public Member member(UUID id) {
        administrators.require("read an account");
        return members.find(id).orElseThrow(() -> new NotFound("account", id));
    }

    /**
     * Opens an account.
     *
     * @throws InvalidInput if the name is taken
     */
    @Transactional
    public StartPassword create(Username username, MemberProfile profile) {
        Actor by = administrators.require("create an account");
        requireOwnBranches(profile.branches());
        String password = rules.make();
        StaffAccount account = new StaffAccount(
                UUID.randomUUID(), username.value(), profile.displayName(), profile.roles(), profile.branches(), true);
        insert(account, passwords.encode(password));
        Instant until = startPassword(account.id());
        evidence.append(described(event(account.id(), by, "CREATED"), account).build());
        return new StartPassword(account.id(), password, until);
    }

    /**
     * Opens the first account of all, for the set-up of the firm: nobody could be signed in to do it.
     *
     * @param passwordHash as {@link StaffPasswords#hashChosen} has made it
     * @throws StateRefused if there is an account already
     */
    @Transactional
    public StaffAccount createFirst(Username username, String displayName, Set<UUID> branches, String passwordHash) {
        int existing = jdbc.sql("SELECT count(*) FROM staff_account")
                .query(Integer.class)
                .single();
        if (existing > 0) {
            throw new StateRefused("firm", "accounts", existing, "create the first account");
        }
        StaffAccount account = new StaffAccount(
                UUID.randomUUID(), username.value(), displayName, Set.of(Role.ADMINISTRATOR), branches, true);
        insert(account, passwordHash);
        evidence.append(described(event(account.id(), account.actor(), "CREATED"), account)
                .build());
        pledges.record(account.id(), Pledges.Occasion.JOINING, pledges.today(), account.actor());
        return account;
    }

    /**
     * Changes name, roles and branches. It acts on the next call of an open session.
     *
     * @throws ChangedMeanwhile if a colleague was faster
     */
    @Transactional
    public void change(UUID id, int version, MemberProfile profile) {
        Actor by = administrators.require("change an account");
        Member now = locked(id, version);
        Set<UUID> added = new HashSet<>(profile.branches());
        added.removeAll(now.account().branches());
        requireOwnBranches(added);
        requireOfficersLeft(now.account(), profile);
        if (now.account().roles().contains(Role.ADMINISTRATOR)
                && !profile.roles().contains(Role.ADMINISTRATOR)) {
            accounts.requireAdministratorBesides(id);
        }
        jdbc.sql("""
                        UPDATE staff_account SET display_name = ?, roles = ?::text[], branches = ?::uuid[], version = version + 1
                        WHERE id = ?
                        """)
                .params(
                        profile.displayName(),
                        names(profile.roles()),
                        profile.branches().toArray(UUID[]::new),
                        id)
                .update();
        StaffAccount changed = accounts.find(id).orElseThrow();
        evidence.append(described(event(id, by, "CHANGED"), changed)
                .detail("roles_before", String.join(",", names(now.account().roles())))
                .build());
    }

    /**
     * Gives a new start password to somebody who forgot theirs; their sessions end.
     *
     * @throws ChangedMeanwhile if a colleague was faster
     */
    @Transactional
    public StartPassword resetPassword(UUID id, int version) {
        Actor by = administrators.require("reset a password");
        locked(id, version);
        String password = rules.make();
        jdbc.sql("""
                        UPDATE staff_account SET password_hash = ?, credential_no = credential_no + 1, version = version + 1
                        WHERE id = ?
                        """).params(passwords.encode(password), id).update();
        Instant until = startPassword(id);
        evidence.append(event(id, by, "PASSWORD_RESET").build());
        return new StartPassword(id, password, until);
    }

    /**
     * Somebody leaves the firm: sessions and tokens end with their next call, open tasks return to everybody, absences end.
     *
     * @param pledgedOn when they pledged confidentiality for the time after; null if they have not
     * @throws ChangedMeanwhile if a colleague was faster
     * @throws InvalidInput if nobody would be left to administer the firm, or the pledge lies in the future
     */
    @Transactional
    public void leave(UUID id, int version, @Nullable LocalDate pledgedOn) {
        Actor by = administrators.require("close an account");
        if (pledgedOn != null && pledgedOn.isAfter(pledges.today())) {
            throw new InvalidInput("/pledgedOn", "identity.leave.error.future");
        }
        locked(id, version);
        accounts.deactivate(id, by);
        absences.endAllOf(id, by);
        mailboxes.forget(id);
        if (pledgedOn != null) {
            pledges.record(id, Pledges.Occasion.LEAVING, pledgedOn, by);
        }
    }

    /** The account, kept from everybody else until the end of the transaction; with the administrators, who are counted later. */
    private Member locked(UUID id, int version) {
        jdbc.sql("""
                        SELECT id FROM staff_account WHERE id = ? OR (active AND 'ADMINISTRATOR' = ANY (roles))
                        ORDER BY id FOR UPDATE
                        """).param(id).query(UUID.class).list();
        Member now = members.find(id).orElseThrow(() -> new NotFound("account", id));
        if (now.version() != version) {
            throw new ChangedMeanwhile(now);
        }
        if (!now.account().active()) {
            throw new StateRefused("account", id, "closed", "be changed");
        }
        return now;
    }

    private void insert(StaffAccount account, String hash) {
        int created = jdbc.sql("""
                        INSERT INTO staff_account (id, username, display_name, password_hash, roles, branches, active)
                        VALUES (?, ?, ?, ?, ?::text[], ?::uuid[], true) ON CONFLICT (username) DO NOTHING
                        """)
                .params(
                        account.id(),
                        account.username(),
                        account.displayName(),
                        hash,
                        names(account.roles()),
                        account.branches().toArray(UUID[]::new))
                .update();
        if (created == 0) {
            throw new InvalidInput("/username", "identity.people.error.taken");
        }
    }

    private Instant startPassword(UUID id) {
        Instant until = clock.instant().plus(START_PASSWORD_LIFE);
        jdbc.sql("UPDATE staff_account SET start_password_until = ? WHERE id = ?")
                .params(Timestamp.from(until), id)
                .update();
        return until;
    }

    private void requireOwnBranches(Set<UUID> branches) {
        Set<UUID> own = firms.branches().stream().map(Branch::id).collect(Collectors.toSet());
        if (!own.containsAll(branches)) {
            throw new InvalidInput("/branches", "identity.people.error.branches");
        }
        Set<UUID> ending = closedWithWork().stream().map(Branch::id).collect(Collectors.toSet());
        branches.stream()
                .filter(branch -> !ending.contains(branch))
                .sorted()
                .forEach(branch -> firms.requireOpen(branch, "/branches"));
    }

    /** The branches that people can be given: the open ones, and closed ones in which there is still something to do. */
    public List<Branch> branches() {
        administrators.require("give somebody a branch");
        return Stream.concat(firms.openBranches().stream(), closedWithWork().stream())
                .toList();
    }

    private List<Branch> closedWithWork() {
        return firms.branches().stream()
                .filter(branch -> !branch.isOpen() && work.hangsOn(branch.id()))
                .toList();
    }

    /**
     * The closed branches in which there is still something to do and of which nobody else is privacy officer: closing asked for one,
     * and when this person goes nobody answers for what is left.
     */
    public List<Branch> onlyOfficerOf(UUID id) {
        administrators.require("read an account");
        return accounts.find(id).map(this::onlyOfficerOf).orElse(List.of());
    }

    private List<Branch> onlyOfficerOf(StaffAccount account) {
        if (!account.roles().contains(Role.PRIVACY_OFFICER)) {
            return List.of();
        }
        return closedWithWork().stream()
                .filter(branch -> account.branches().contains(branch.id()))
                .filter(branch -> jdbc.sql("""
                                SELECT count(*) FROM staff_account
                                WHERE active AND id <> ? AND 'PRIVACY_OFFICER' = ANY (roles) AND ? = ANY (branches)
                                """)
                                .params(account.id(), branch.id())
                                .query(Long.class)
                                .single()
                        == 0)
                .toList();
    }

    /** Whoever leaves is out at once, whatever they leave behind; but nobody is merely moved away from what nobody else answers for. */
    private void requireOfficersLeft(StaffAccount now, MemberProfile wanted) {
        boolean officer = wanted.roles().contains(Role.PRIVACY_OFFICER);
        for (Branch branch : onlyOfficerOf(now)) {
            if (!officer || !wanted.branches().contains(branch.id())) {
                throw new InvalidInput(
                        officer ? "/branches" : "/roles", "identity.people.error.lastOfficer", branch.name());
            }
        }
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    private static EvidenceEvent.Builder event(UUID account, Actor by, String outcome) {
        return EvidenceEvent.of(EvidenceKind.ACCOUNT_CHANGED, by)
                .target("account", account)
                .outcome(outcome);
    }

    private static EvidenceEvent.Builder described(EvidenceEvent.Builder event, StaffAccount account) {
        event.detail("roles", String.join(",", names(account.roles())));
        int number = 0;
        for (UUID branch : account.branches().stream().sorted().toList()) {
            number++;
            event.detail("branch." + number, branch);
        }
        return event;
    }
}
