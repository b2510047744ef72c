package io.shouxin.sweep.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firms;
import io.shouxin.record.AnonymousCounts;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.EmptyState;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.UiTexts;
import io.shouxin.sweep.RetentionSweep;
import io.shouxin.sweep.Sweeps;
import io.shouxin.sweep.Sweeps.BranchState;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is due in each branch, what cannot be dated and why, and the sweeps so far. */
@Route("staff/sweeps")
@RolesAllowed({"PRIVACY_OFFICER", "REVIEWER", "AUDITOR"})
class SweepsView extends Div implements BeforeEnterObserver, TitledView {

    private static final int SHOWN = 50;

    private final Sweeps sweeps;
    private final Firms firms;
    private final CurrentActor current;

    SweepsView(Sweeps sweeps, Firms firms, CurrentActor current) {
        this.sweeps = sweeps;
        this.firms = firms;
        this.current = current;
    }

    @Override
    public String title() {
        return UiTexts.text("sweep.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        removeAll();
        Texts texts = UiTexts.current();
        StaffPage page = new StaffPage(title());
        page.particulars(new Span(texts.get("sweep.lead")));
        page.main(branches(texts), earlier(texts), anonymised(texts));
        add(page);
    }

    private Component branches(Texts texts) {
        List<BranchState> states = sweeps.branches();
        if (states.isEmpty()) {
            return new EmptyState(texts.get("sweep.branches.none"), texts.get("sweep.branches.none.what"));
        }
        boolean officer = current.get().has(Role.PRIVACY_OFFICER);
        PlainTable table = new PlainTable(
                        texts.get("sweep.branch"),
                        texts.get("sweep.branch.due"),
                        texts.get("sweep.branch.undated"),
                        texts.get("sweep.branch.next"))
                .cardsWhenNarrow();
        for (BranchState state : states) {
            table.row(
                    PlainTable.cell(state.branch().label(texts)),
                    PlainTable.cell(texts.get(
                            state.due() >= Sweeps.COUNTED ? "sweep.branch.more" : "sweep.number", state.due())),
                    PlainTable.cell(undated(state.undated(), texts)),
                    next(state, officer, texts));
        }
        return new Panel(texts.get("sweep.branches.title"), table);
    }

    private static String undated(Map<String, Long> undated, Texts texts) {
        return undated.isEmpty()
                ? "—"
                : undated.entrySet().stream()
                        .map(entry -> texts.get(
                                "sweep.undated", texts.get("sweep.spared." + entry.getKey()), entry.getValue()))
                        .collect(Collectors.joining(texts.get("ui.list-separator")));
    }

    private Component next(BranchState state, boolean officer, Texts texts) {
        UUID underWay = state.underWay();
        if (underWay != null) {
            return new RouteLink("staff/sweeps/" + underWay, texts.get("sweep.branch.underWay"));
        }
        Div cell = new Div();
        if (state.restUntil() != null) {
            cell.add(new Div(new Span(texts.get("sweep.restUntil") + " "), new TimeText(state.restUntil())));
        }
        if (officer) {
            Button propose = Buttons.small(
                    texts.get("sweep.propose"), () -> propose(state.branch().id()));
            propose.setAriaLabel(texts.get("sweep.propose.aria", state.branch().name()));
            propose.setDisableOnClick(true);
            cell.add(propose);
        }
        return cell;
    }

    private void propose(UUID branch) {
        try {
            sweeps.proposeNow(branch).ifPresentOrElse(id -> UI.getCurrent().navigate("staff/sweeps/" + id), () -> {
                Toast.done(UiTexts.text("sweep.nothingDue"));
                show();
            });
        } catch (StateRefused e) {
            Toast.problem(UiTexts.text("sweep.alreadyUnderWay"));
            show();
        } catch (NotFound | AccessRefused e) {
            Toast.problem(UiTexts.text("sweep.notYours"));
            show();
        }
    }

    private Component earlier(Texts texts) {
        List<RetentionSweep> all = sweeps.list(SHOWN);
        if (all.isEmpty()) {
            return new EmptyState(texts.get("sweep.empty"), texts.get("sweep.empty.what"));
        }
        Map<UUID, String> names = names();
        PlainTable table = new PlainTable(
                        texts.get("sweep.reference"),
                        texts.get("sweep.branch"),
                        texts.get("sweep.when"),
                        texts.get("sweep.what.people"),
                        texts.get("sweep.what.records"),
                        texts.get("sweep.status"))
                .cardsWhenNarrow();
        for (RetentionSweep sweep : all) {
            RetentionSweep.Proposal proposal = sweep.proposal();
            table.row(
                    new RouteLink("staff/sweeps/" + proposal.id(), proposal.reference()),
                    PlainTable.cell(names.getOrDefault(proposal.branchId(), "")),
                    new TimeText(proposal.proposedAt()),
                    PlainTable.cell(texts.get("sweep.number", proposal.people())),
                    PlainTable.cell(texts.get("sweep.number", proposal.records())),
                    SweepPage.chip(sweep, texts));
        }
        return new Panel(texts.get("sweep.all"), table);
    }

    private Map<UUID, String> names() {
        return firms.branches().stream()
                .collect(Collectors.toMap(Branch::id, branch -> branch.label(UiTexts.current())));
    }

    /** What the officer had anonymised in cases; sweeps only destroy. */
    private Component anonymised(Texts texts) {
        Map<UUID, String> names = names();
        PlainTable table = new PlainTable(
                        texts.get("sweep.group.category"),
                        texts.get("sweep.branch"),
                        texts.get("sweep.anonymous.year"),
                        texts.get("sweep.what.people"))
                .cardsWhenNarrow();
        List<AnonymousCounts.Count> counts = sweeps.anonymised();
        for (AnonymousCounts.Count count : counts) {
            Integer year = count.year();
            Integer people = count.people();
            table.row(
                    PlainTable.cell(texts.label(count.category())),
                    PlainTable.cell(names.getOrDefault(count.branch(), "")),
                    PlainTable.cell(year == null ? texts.get("sweep.anonymous.noYear") : Integer.toString(year)),
                    PlainTable.cell(
                            people == null
                                    ? texts.get("sweep.anonymous.few", AnonymousCounts.LEAST)
                                    : texts.get("sweep.number", people)));
        }
        Panel panel = new Panel(
                texts.get("sweep.anonymous.title"), new Span(texts.get("sweep.anonymous.lead", AnonymousCounts.LEAST)));
        panel.add(counts.isEmpty() ? new Div(texts.get("sweep.anonymous.none")) : table);
        return panel;
    }
}
