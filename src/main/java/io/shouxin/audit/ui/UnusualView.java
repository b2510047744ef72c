package io.shouxin.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.shouxin.audit.Finding;
import io.shouxin.audit.FindingState;
import io.shouxin.audit.UnusualAccess;
import io.shouxin.audit.UnusualRules;
import io.shouxin.shared.Citations;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.EmptyState;
import io.shouxin.shared.ui.FilterPills;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who looked at people's data in an unusual way in the last days, and the rules that say what is unusual. */
@Route("staff/unusual")
@RolesAllowed({"AUDITOR", "PRIVACY_OFFICER"})
class UnusualView extends Div implements BeforeEnterObserver, TitledView {

    private static final int A_PAGE = 30;

    private final UnusualAccess unusual;
    private final UnusualRules rules;
    private final FindingWords words;
    private @Nullable FindingState state = FindingState.OPEN;
    private int shown = A_PAGE;

    UnusualView(UnusualAccess unusual, UnusualRules rules, FindingWords words) {
        this.unusual = unusual;
        this.rules = rules;
        this.words = words;
    }

    @Override
    public String title() {
        return UiTexts.text("unusual.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        // what was handed on to the privacy officer waits for nobody else; otherwise what nobody has looked at comes
        // first
        state = unusual.isSomethingHandedOn() ? FindingState.FOLLOW_UP : FindingState.OPEN;
        shown = A_PAGE;
        show();
    }

    private void show() {
        removeAll();
        Texts texts = UiTexts.current();
        StaffPage page = new StaffPage(title()).particulars(new Span(texts.get("unusual.lead", UnusualAccess.DAYS)));
        Map<FindingState, Integer> counts = unusual.counts();
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        page.main(pills(counts, all, texts), list(state == null ? all : counts.getOrDefault(state, 0), all, texts));
        page.main(rules(texts));
        add(page);
    }

    private FilterPills pills(Map<FindingState, Integer> counts, int all, Texts texts) {
        FilterPills pills = new FilterPills();
        for (FindingState each : FindingState.values()) {
            pills.pill(texts.label(each), counts.getOrDefault(each, 0), each == state, () -> choose(each));
        }
        return pills.pill(texts.get("unusual.all"), all, state == null, () -> choose(null));
    }

    private void choose(@Nullable FindingState chosen) {
        state = chosen;
        shown = A_PAGE;
        show();
    }

    private Component list(int count, int all, Texts texts) {
        List<Finding> findings = unusual.list(state, shown);
        if (findings.isEmpty()) {
            Component checked = checked(texts);
            return all == 0
                    ? new EmptyState(texts.get("unusual.empty"), texts.get("unusual.empty.what"), checked)
                    : new EmptyState(texts.get("unusual.emptyState"), texts.get("unusual.emptyState.what"), checked);
        }
        PlainTable table = new PlainTable(
                        texts.get("unusual.what"),
                        texts.get("unusual.who"),
                        texts.get("unusual.branch"),
                        texts.get("unusual.when"),
                        texts.get("unusual.state"))
                .cardsWhenNarrow();
        findings.forEach(finding -> table.row(
                new RouteLink("staff/unusual/" + finding.id(), words.what(finding, texts)),
                PlainTable.cell(words.who(finding, texts)),
                PlainTable.cell(words.branches(finding, texts)),
                PlainTable.cell(words.when(finding, texts)),
                words.chip(finding.state(), texts)));
        Panel panel = new Panel(texts.get("unusual.list"), table, checked(texts));
        if (count > findings.size()) {
            panel.add(
                    new Paragraph(texts.get("unusual.some", findings.size(), count)),
                    Buttons.quiet(texts.get("unusual.more"), () -> {
                        shown += A_PAGE;
                        show();
                    }));
        }
        return panel;
    }

    private Component checked(Texts texts) {
        return unusual.checkedUntil()
                .map(until -> new Paragraph(texts.get("unusual.checked", TimeText.text(texts, until))))
                .orElseGet(() -> new Paragraph(texts.get("unusual.notChecked")));
    }

    private Panel rules(Texts texts) {
        PlainTable table = new PlainTable(texts.get("unusual.rule"), texts.get("unusual.source")).cardsWhenNarrow();
        rules.all()
                .forEach(rule -> table.row(
                        PlainTable.cell(texts.get("unusual.rule." + rule.ruleId(), rule.threshold())),
                        PlainTable.cell(Citations.in(rule.source(), texts.locale()))));
        return new Panel(texts.get("unusual.rules"), new Paragraph(texts.get("unusual.rules.lead")), table);
    }
}
