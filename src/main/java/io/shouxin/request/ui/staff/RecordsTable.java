package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.shouxin.inbox.StaffNames;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.DecisionTexts;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestStatus;
import io.shouxin.retention.Outcome;
import io.shouxin.retention.RetentionDecision;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.Dotted;
import io.shouxin.shared.ui.EmptyState;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.UiTexts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is to happen to each record and why; noted changes are marked and can be taken back. */
final class RecordsTable extends Div {

    private final CaseView view;
    private final Map<UUID, String> branches;
    private final StaffNames names;
    private final PendingChanges changes;
    private final Runnable changed;

    RecordsTable(
            CaseView view, Map<UUID, String> branches, StaffNames names, PendingChanges changes, Runnable changed) {
        this.view = view;
        this.branches = branches;
        this.names = names;
        this.changes = changes;
        this.changed = changed;
        addClassName("records-table");
        draw();
    }

    List<RecordDecision> seen() {
        return view.decisions().stream().map(changes::seen).toList();
    }

    void draw() {
        removeAll();
        Texts texts = UiTexts.current();
        if (view.decisions().isEmpty()) {
            String none = view.holdsNothing() ? "staff.records.nothingHeld" : "staff.records.none";
            add(new EmptyState(texts.get(none), texts.get(none + ".what")));
            return;
        }
        PlainTable table = new PlainTable(
                texts.get("staff.records.record"),
                texts.get("staff.records.outcome"),
                texts.get("staff.records.ground"));
        for (DecisionGroup group : DecisionGroup.of(seen())) {
            RecordDecision decision = group.first();
            table.row(
                    PlainTable.cell(group.title(texts), where(decision, texts)),
                    decision.refusedWithTheWhole(view.request())
                            ? Chip.warn(texts.label(Outcome.REFUSE))
                            : outcome(group, texts),
                    ground(decision, texts));
        }
        add(table);
    }

    private String where(RecordDecision decision, Texts texts) {
        return Stream.of(
                        texts.label(decision.classification()),
                        texts.get("system." + decision.system()),
                        branches.size() > 1 ? branches.getOrDefault(decision.branchId(), "") : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(Dotted.DOT));
    }

    /** What the second person weighs the refusal against: what the rules wanted, what a person made of it, and why. */
    private String otherwise(RecordDecision decision, Texts texts) {
        RetentionDecision rules = decision.proposed();
        String proposed = texts.get("staff.records.rules", fate(rules.outcome(), rules.until(), texts));
        String changed = decision.isChanged()
                ? texts.get("staff.records.changed", fate(decision.outcome(), decision.until(), texts))
                : "";
        return lines(proposed, changed, decision.isChanged() ? reason(decision, texts) : "");
    }

    private static String fate(Outcome outcome, @Nullable LocalDate until, Texts texts) {
        return outcome == Outcome.RESTRICT_STORAGE_ONLY && until != null
                ? texts.get("staff.chip.until", TimeText.text(texts, until))
                : texts.label(outcome);
    }

    /** Whether its system has reported that it is gone, so that nothing is to be done any more. */
    private boolean isErased(RecordDecision decision) {
        return view.request().status() == RequestStatus.CLOSED
                && decision.erases()
                && view.erasures().stream()
                        .anyMatch(receipt -> receipt.system().equals(decision.system()) && receipt.refused() == 0);
    }

    static Chip chip(RecordDecision decision, Texts texts) {
        LocalDate until = decision.until();
        String name = decision.outcome() == Outcome.RESTRICT_STORAGE_ONLY && until != null
                ? texts.get("staff.chip.until", until.toString())
                : texts.label(decision.outcome());
        return switch (decision.outcome()) {
            case DELETE_NOW, ANONYMISE -> Chip.ok(name);
            case RESTRICT_STORAGE_ONLY -> Chip.warn(name);
            case HELD -> Chip.seal(texts.get("staff.chip.held"));
            case REFUSE -> Chip.warn(name);
            case OFFICER_DECIDES -> Chip.plain(name);
        };
    }

    private Component outcome(DecisionGroup group, Texts texts) {
        Chip chip = isErased(group.first())
                ? Chip.ok(texts.get("staff.chip.erased." + group.first().outcome()))
                : chip(group.first(), texts);
        if (changes.of(group.first().recordId()) == null) {
            return chip;
        }
        Span pending = new Span(texts.get("staff.records.pending") + " ");
        pending.addClassName("small");
        return new Div(chip, new Div(pending, Buttons.link(texts.get("staff.records.undo"), () -> {
            changes.drop(group.ids());
            draw();
            changed.run();
        })));
    }

    /** What a person decided is told by that person's reason first; the rule that they decided about is folded. */
    private GroundText ground(RecordDecision decision, Texts texts) {
        String rule = DecisionTexts.forStaff(decision, texts.locale());
        String basis = DecisionTexts.basis(decision, texts.locale());
        String code = code(decision, texts);
        if (decision.refusedWithTheWhole(view.request())) {
            return new GroundText(
                    texts.get("staff.records.refusedAsAWhole"), otherwise(decision, texts), lines(rule, basis, code));
        }
        return decision.isChanged()
                ? new GroundText(reason(decision, texts), code, lines(rule, basis))
                : new GroundText(rule, basis, "");
    }

    private static String lines(String... lines) {
        return Stream.of(lines).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** The coded reason that a person chose, in the words that the client will read. */
    private static String code(RecordDecision decision, Texts texts) {
        String code = decision.changeCode();
        return code == null ? "" : texts.get("staff.records.code", texts.get("retention.refusal." + code));
    }

    /** Who changed it and why. */
    private String reason(RecordDecision decision, Texts texts) {
        PendingChanges.Change change = changes.of(decision.recordId());
        String reason = change != null
                ? change.reason()
                : view.texts().stream()
                        .filter(text -> text.id().equals(decision.changeReasonId()))
                        .map(CaseText::text)
                        .findFirst()
                        .orElse("");
        String who = names.nameOf(Objects.requireNonNull(decision.changedBy()));
        return reason.isEmpty()
                ? texts.get("staff.records.changedBy", who)
                : texts.get("staff.records.reason", who, reason);
    }
}
