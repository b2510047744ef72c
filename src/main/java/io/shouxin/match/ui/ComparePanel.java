package io.shouxin.match.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.ui.Decider;
import io.shouxin.inbox.ui.TaskPanel;
import io.shouxin.match.MatchStatus;
import io.shouxin.match.Matches;
import io.shouxin.match.Matches.Likeness;
import io.shouxin.match.Matches.Line;
import io.shouxin.match.Matches.Side;
import io.shouxin.match.Matches.View;
import io.shouxin.record.Category;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.DecisionBar;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.MaskedValue;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.UiTexts;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Two people of an import side by side: somebody says whether they are one; a failed step to try again. */
@org.springframework.stereotype.Component
class ComparePanel implements TaskPanel {

    private static final String COMPARE = "compare-people";
    private static final String INCIDENT = "match-incident";

    private final Matches matches;

    ComparePanel(Matches matches) {
        this.matches = matches;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(COMPARE, INCIDENT);
    }

    @Override
    public Component render(InboxTask task, Decider decider) {
        return task.kind().equals(COMPARE)
                ? new Desk(matches.view(task.caseId()), decider).page()
                : failed(task, decider);
    }

    private static Component failed(InboxTask task, Decider decider) {
        Texts texts = UiTexts.current();
        DecisionBar bar = new DecisionBar();
        Runnable draw = () -> {
            bar.clear();
            if (decider.mayDecide()) {
                bar.primary(texts.get("match.bar.retry"), "A", () -> decider.decide(Map.of("outcome", "RETRY")));
            } else {
                bar.aside(new Span(decider.hindrance()), new Span(" "));
            }
            bar.aside(decider.next());
        };
        decider.onHolderChange(draw);
        draw.run();
        return new StaffPage(texts.get("match.incident.title", task.caseReference()))
                .particulars(decider.holder())
                .wide(Notice.warning(texts.get("match.incident"), texts.get("match.incident.what")))
                .foot(bar);
    }

    private final class Desk {

        private final Texts texts = UiTexts.current();
        private final View view;
        private final Decider decider;
        private final DecisionBar bar = new DecisionBar();
        private final Div problems = new Div();

        Desk(View view, Decider decider) {
            this.view = view;
            this.decider = decider;
            problems.addClassName("problems");
        }

        StaffPage page() {
            StaffPage page = new StaffPage(texts.get("match.title"))
                    .particulars(new Span(view.match().found().reference() + " "), decider.holder());
            page.wide(problems);
            if (view.match().status() != MatchStatus.OPEN) {
                page.wide(Notice.info(texts.label(view.match().status()), texts.get("match.decided.what")));
            } else if (view.obstacle() != null) {
                page.wide(Notice.warning(texts.get("match.notNow"), texts.get("match.obstacle." + view.obstacle())));
            }
            if (!view.lines().isEmpty()) {
                page.wide(Notice.info(texts.get("match.why"), why()));
            }
            page.main(people(), records());
            page.foot(bar);
            decider.onHolderChange(this::drawBar);
            drawBar();
            return page;
        }

        private String why() {
            String same = fields(Likeness.SAME, Likeness.PARTLY);
            String different = fields(Likeness.DIFFERENT);
            if (same.isEmpty()) {
                return texts.get("match.why.nothing");
            }
            return different.isEmpty()
                    ? texts.get("match.why.same", same)
                    : texts.get("match.why.sameBut", same, different);
        }

        private String fields(Likeness... wanted) {
            return view.lines().stream()
                    .filter(line -> List.of(wanted).contains(line.likeness()))
                    .map(line -> texts.label(line.field()))
                    .collect(Collectors.joining(texts.get("ui.list-separator")));
        }

        private Panel people() {
            PlainTable table = new PlainTable(
                            texts.get("match.column.field"),
                            texts.get("match.column.first"),
                            texts.get("match.column.second"),
                            texts.get("match.column.compared"))
                    .cardsWhenNarrow();
            table.row(
                    PlainTable.cell(texts.get("match.row.person")),
                    person(view.first()),
                    person(view.second()),
                    new Span());
            for (Line line : view.lines()) {
                table.row(
                        PlainTable.cell(texts.label(line.field())),
                        PlainTable.cell(line.first().isEmpty() ? "—" : line.first()),
                        PlainTable.cell(line.second().isEmpty() ? "—" : line.second()),
                        chip(line.likeness()));
            }
            table.row(
                    PlainTable.cell(texts.get("match.row.since")),
                    since(view.first()),
                    since(view.second()),
                    new Span());
            table.row(
                    PlainTable.cell(texts.get("match.row.cases")),
                    cases(view.first()),
                    cases(view.second()),
                    new Span());
            return new Panel(texts.get("match.people.title"), table);
        }

        private Component person(Side side) {
            if (!side.visible()) {
                return new Span(texts.get("match.hidden"));
            }
            UUID person = side.person();
            return new Div(
                    new MaskedValue(
                            side.masked(), () -> matches.reveal(view.match().id(), person)),
                    new Div(new RouteLink("staff/people/" + person, texts.get("match.toPerson"))));
        }

        /** Words and a sign, so that nobody must tell them by colour. */
        private Chip chip(Likeness likeness) {
            String words = texts.label(likeness);
            return switch (likeness) {
                case SAME -> Chip.ok(words);
                case PARTLY -> Chip.calm(words);
                case DIFFERENT -> Chip.warn(words);
                case ONE_SIDED -> Chip.plain(words);
            };
        }

        private static Component since(Side side) {
            return side.since() == null ? new Span("—") : new TimeText(side.since());
        }

        private Component cases(Side side) {
            Div all = new Div();
            side.underWay().forEach(matter -> all.add(new Div(new RouteLink(matter.path(), matter.reference()))));
            return side.underWay().isEmpty() ? new Span(texts.get("match.none")) : all;
        }

        private Panel records() {
            PlainTable table = new PlainTable(
                            texts.get("match.column.category"),
                            texts.get("match.column.first"),
                            texts.get("match.column.second"))
                    .cardsWhenNarrow();
            Set<Category> categories = EnumSet.noneOf(Category.class);
            categories.addAll(view.first().records().keySet());
            categories.addAll(view.second().records().keySet());
            categories.forEach(category -> table.row(
                    PlainTable.cell(texts.label(category)),
                    PlainTable.cell(count(view.first(), category)),
                    PlainTable.cell(count(view.second(), category))));
            return new Panel(texts.get("match.records.title"), table);
        }

        private String count(Side side, Category category) {
            return side.visible()
                    ? texts.get("match.number", side.records().getOrDefault(category, 0))
                    : texts.get("match.hidden.short");
        }

        private void drawBar() {
            bar.clear();
            if (decider.mayDecide()) {
                buttons();
            } else {
                if (decider.heldByColleague()) {
                    buttons();
                    bar.rest();
                }
                bar.aside(new Span(decider.hindrance()), new Span(" "));
            }
            bar.aside(decider.next());
        }

        private void buttons() {
            bar.button(texts.get("match.bar.merge"), "M", this::askToMerge).setEnabled(view.obstacle() == null);
            bar.secondary(texts.get("match.bar.apart"), "R", this::askToKeepApart);
        }

        private void askToMerge() {
            ComponentTexts.confirm(
                            texts.get("match.merge.question"),
                            texts.get("match.merge.what", total(view.first()), total(view.second())),
                            texts.get("match.bar.merge"),
                            () -> send("MERGED"))
                    .open();
        }

        private void askToKeepApart() {
            ComponentTexts.confirm(
                            texts.get("match.apart.question"),
                            texts.get("match.apart.what"),
                            texts.get("match.bar.apart"),
                            () -> send("KEPT_APART"))
                    .open();
        }

        private static int total(Side side) {
            return side.records().values().stream().mapToInt(Integer::intValue).sum();
        }

        private void send(String outcome) {
            problems.removeAll();
            try {
                decider.decide(Map.of("outcome", outcome));
            } catch (InvalidInput e) {
                problems.add(ErrorBox.of(e));
            }
        }
    }
}
