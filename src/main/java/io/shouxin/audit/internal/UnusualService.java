package io.shouxin.audit.internal;

import io.shouxin.audit.Conclusion;
import io.shouxin.audit.Finding;
import io.shouxin.audit.FindingState;
import io.shouxin.audit.UnusualAccess;
import io.shouxin.audit.internal.FindingRows.MarkRow;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.Cell;
import io.shouxin.platform.DataKey;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.PlainText;
import io.shouxin.shared.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Findings as those may see and conclude them who audit. */
@Service
@Transactional
class UnusualService implements UnusualAccess {

    private final FindingRows findings;
    private final SeenThings things;
    private final KeyVault keys;
    private final EvidenceLog evidence;
    private final CurrentActor current;
    private final Clock clock;

    UnusualService(
            FindingRows findings,
            SeenThings things,
            KeyVault keys,
            EvidenceLog evidence,
            CurrentActor current,
            Clock clock) {
        this.findings = findings;
        this.things = things;
        this.keys = keys;
        this.evidence = evidence;
        this.current = current;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> list(@Nullable FindingState state, int limit) {
        return findings.list(mine(), since(), state, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<FindingState, Integer> counts() {
        return findings.counts(mine(), since());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isSomethingHandedOn() {
        return current.get().has(Role.PRIVACY_OFFICER)
                && findings.list(mine(), since(), FindingState.FOLLOW_UP, Integer.MAX_VALUE).stream()
                        .anyMatch(finding -> hindrance(finding) == null);
    }

    private Set<UUID> mine() {
        Actor actor = current.get();
        return actor.hasAny(READERS) ? actor.branches() : Set.of();
    }

    private LocalDate since() {
        return ChinaTime.today(clock).minusDays(DAYS - 1L);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> checkedUntil() {
        return findings.checkedUntil();
    }

    @Override
    public Details get(UUID id) {
        Finding finding = findings.find(id).filter(this::visible).orElseThrow(() -> new NotFound("finding", id));
        SeenThings.Listed listed = things.of(finding);
        Hindrance hindrance = hindrance(finding);
        List<Conclusion> open = hindrance == null ? open(finding) : List.of();
        return new Details(finding, listed.seen(), listed.elsewhere(), marks(finding), hindrance, open);
    }

    private boolean visible(Finding finding) {
        return finding.branches().stream().anyMatch(mine()::contains);
    }

    private @Nullable Hindrance hindrance(Finding finding) {
        Actor actor = current.get();
        if (finding.account().equals(actor.id())) {
            return Hindrance.OWN;
        }
        if (!actor.branches().containsAll(finding.branches())) {
            return Hindrance.OTHER_BRANCHES;
        }
        return finding.state().isClosed() ? Hindrance.CLOSED : null;
    }

    private List<Conclusion> open(Finding finding) {
        Actor actor = current.get();
        return Arrays.stream(Conclusion.values())
                .filter(each -> each.isFor(actor) && each.state() != finding.state())
                .toList();
    }

    private List<Mark> marks(Finding finding) {
        Optional<DataKey> key = keys.find(KeyScope.caseFile(finding.id()));
        return findings.marks(finding.id()).stream()
                .map(mark -> new Mark(
                        mark.conclusion(),
                        mark.by(),
                        mark.at(),
                        key.map(open -> open.decryptText(mark.note(), cell(mark.id())))
                                .orElse("")))
                .toList();
    }

    @Override
    public void mark(UUID id, int entriesSeen, Conclusion conclusion, String note) {
        String words = checked(note, conclusion);
        Actor actor = current.get();
        Finding finding = findings.lock(id).filter(this::visible).orElseThrow(() -> new NotFound("finding", id));
        Hindrance hindrance = hindrance(finding);
        if (hindrance == Hindrance.OWN || hindrance == Hindrance.OTHER_BRANCHES || !conclusion.isFor(actor)) {
            throw new AccessRefused("Marking finding " + id);
        }
        finding.requireOpenFor(conclusion, entriesSeen);
        UUID mark = UUID.randomUUID();
        byte[] ciphertext = keys.open(KeyScope.caseFile(id)).encrypt(words, cell(mark));
        findings.mark(
                finding,
                new MarkRow(mark, conclusion, ciphertext, Objects.requireNonNull(actor.id()), clock.instant()));
        evidence.append(EvidenceEvent.of(EvidenceKind.UNUSUAL_ACCESS_MARKED, actor)
                .target("finding", id)
                .outcome(conclusion.name())
                .detail("account", finding.account())
                .detail("rule", finding.ruleId())
                .detail("day", finding.day())
                .detail("entries", finding.entries())
                .commit("note", words)
                .build());
    }

    private static String checked(String note, Conclusion conclusion) {
        String words = note.strip();
        if (words.isEmpty()) {
            throw new InvalidInput(
                    "/note", conclusion == Conclusion.MEASURES ? "unusual.error.measures" : "unusual.error.note");
        }
        PlainText.unkeepable(words).ifPresent(place -> {
            throw new InvalidInput("/note", "ui.text.unkeepable", place);
        });
        int over = PlainText.length(words) - LONGEST_NOTE;
        if (over > 0) {
            throw new InvalidInput("/note", "ui.text.tooLong", LONGEST_NOTE, over);
        }
        return words;
    }

    private static Cell cell(UUID mark) {
        return new Cell("unusual_mark", "note", mark);
    }
}
