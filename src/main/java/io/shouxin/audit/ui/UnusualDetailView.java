package io.shouxin.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.shouxin.audit.Conclusion;
import io.shouxin.audit.Finding;
import io.shouxin.audit.UnusualAccess;
import io.shouxin.audit.UnusualAccess.Details;
import io.shouxin.audit.UnusualAccess.Hindrance;
import io.shouxin.audit.UnusualAccess.Mark;
import io.shouxin.audit.UnusualAccess.Searches;
import io.shouxin.audit.UnusualAccess.Seen;
import io.shouxin.audit.UnusualAccess.SeenCase;
import io.shouxin.audit.UnusualAccess.SeenImport;
import io.shouxin.audit.UnusualAccess.SeenPerson;
import io.shouxin.platform.Firms;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.DefinitionTable;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TextLimits;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;

/** One finding: the rule in words, what was seen, by numbers only, and what was concluded about it. */
@Route("staff/unusual/:finding")
@RolesAllowed({"AUDITOR", "PRIVACY_OFFICER"})
class UnusualDetailView extends Div implements BeforeEnterObserver, TitledView {

    private static final int SHOWN = 100;

    private final UnusualAccess unusual;
    private final FindingWords words;
    private final Firms firms;
    private final CurrentActor current;

    UnusualDetailView(UnusualAccess unusual, FindingWords words, Firms firms, CurrentActor current) {
        this.unusual = unusual;
        this.words = words;
        this.firms = firms;
        this.current = current;
    }

    @Override
    public String title() {
        return UiTexts.text("unusual.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(id(event));
    }

    private void show(UUID id) {
        Details details = unusual.get(id);
        Finding finding = details.finding();
        Texts texts = UiTexts.current();
        removeAll();
        StaffPage page = new StaffPage(words.what(finding, texts))
                .particulars(
                        new RouteLink("staff/unusual", texts.get("unusual.title")),
                        new Span(words.who(finding, texts)),
                        words.chip(finding.state(), texts))
                .main(what(finding, texts), seen(details, texts))
                .beside(conclude(details, texts));
        if (!details.marks().isEmpty()) {
            page.beside(marks(details.marks(), texts));
        }
        add(page);
    }

    private Panel what(Finding finding, Texts texts) {
        return new Panel(
                texts.get("unusual.finding"),
                new DefinitionTable()
                        .row(texts.get("unusual.who"), words.who(finding, texts))
                        .row(texts.get("unusual.branch"), words.branches(finding, texts))
                        .row(texts.get("unusual.when"), words.when(finding, texts))
                        .row(
                                texts.get("unusual.rule"),
                                texts.get("unusual.rule." + finding.ruleId(), finding.threshold()))
                        .row(texts.get("unusual.entries"), texts.get("unusual.number", finding.entries()))
                        .code(texts.get("unusual.table"), finding.tableVersion()));
    }

    private Panel seen(Details details, Texts texts) {
        Panel panel = new Panel(texts.get("unusual.seen"));
        if (!details.seen().isEmpty()) {
            PlainTable table = new PlainTable(
                            texts.get("unusual.seen.what"),
                            texts.get("unusual.seen.times"),
                            texts.get("unusual.seen.last"))
                    .cardsWhenNarrow();
            details.seen().stream()
                    .limit(SHOWN)
                    .forEach(each -> table.row(
                            named(each, texts),
                            PlainTable.cell(texts.get("unusual.number", each.times())),
                            new TimeText(each.lastAt())));
            panel.add(table);
        }
        int more = details.elsewhere() + Math.max(0, details.seen().size() - SHOWN);
        if (more > 0) {
            panel.add(new Paragraph(texts.get("unusual.seen.elsewhere", more)));
        }
        return panel;
    }

    /** Only what the reader's role can open is a link. */
    private Component named(Seen seen, Texts texts) {
        boolean officer = current.get().has(Role.PRIVACY_OFFICER);
        if (seen instanceof SeenCase found) {
            return new RouteLink(
                    "staff/cases/" + found.request().id(),
                    texts.get("unusual.seen.case", found.request().reference()));
        }
        if (seen instanceof SeenPerson person) {
            String branch = firms.branch(person.branch()).label(texts);
            String name = person.reference() == null
                    ? texts.get("unusual.seen.person", branch)
                    : texts.get("unusual.seen.personOf", person.reference(), branch);
            return officer ? new RouteLink("staff/people/" + person.subject(), name) : PlainTable.cell(name);
        }
        if (seen instanceof SeenImport upload) {
            String name = texts.get(upload.exported() ? "unusual.seen.export" : "unusual.seen.import");
            return officer ? new RouteLink("staff/imports/" + upload.id(), name) : PlainTable.cell(name);
        }
        if (seen instanceof Searches) {
            return PlainTable.cell(texts.get("unusual.seen.searches"));
        }
        throw new IllegalArgumentException(
                "Nobody can have seen a " + seen.getClass().getSimpleName());
    }

    private Component conclude(Details details, Texts texts) {
        if (details.hindrance() != null) {
            String key = "unusual.hindrance." + details.hindrance();
            String title = details.hindrance() == Hindrance.CLOSED
                    ? texts.label(details.finding().state())
                    : texts.get(key);
            return Notice.info(title, texts.get(key + ".what"));
        }
        Finding finding = details.finding();
        Div problems = new Div();
        problems.addClassName("problems");
        RadioButtonGroup<Conclusion> choice = Choices.one(texts.get("unusual.conclusion"));
        choice.setItems(details.open());
        choice.setItemLabelGenerator(texts::label);
        TextArea note = new TextArea(texts.get("unusual.note"));
        note.setHelperText(texts.get("unusual.note.help"));
        choice.addValueChangeListener(chosen -> {
            boolean measures = chosen.getValue() == Conclusion.MEASURES;
            note.setLabel(texts.get(measures ? "unusual.measures" : "unusual.note"));
            note.setHelperText(texts.get(measures ? "unusual.measures.help" : "unusual.note.help"));
        });
        note.setMinHeight("6em");
        note.setWidthFull();
        TextLimits.watch(note, UnusualAccess.LONGEST_NOTE);
        return new Panel(
                texts.get("unusual.conclude"),
                problems,
                choice,
                note,
                Buttons.primary(texts.get("unusual.send"), () -> send(finding, choice, note, problems)));
    }

    private void send(Finding finding, RadioButtonGroup<Conclusion> choice, TextArea note, Div problems) {
        problems.removeAll();
        Texts texts = UiTexts.current();
        Conclusion conclusion = choice.getValue();
        if (conclusion == null) {
            problems.add(new ErrorBox(texts.get("ui.error.check"), texts.get("unusual.error.conclusion")));
            return;
        }
        try {
            unusual.mark(finding.id(), finding.entries(), conclusion, note.getValue());
            show(finding.id());
            Toast.done(texts.get("unusual.marked." + conclusion));
        } catch (InvalidInput e) {
            problems.add(ErrorBox.of(e));
        } catch (StateRefused e) {
            show(finding.id());
            Toast.problem(texts.get("unusual.changed"));
        } catch (AccessRefused | NotFound e) {
            problems.add(new ErrorBox(texts.get("ui.error.check"), texts.get("unusual.notYours")));
        }
    }

    private Panel marks(List<Mark> marks, Texts texts) {
        Panel panel = new Panel(texts.get("unusual.marks"));
        for (Mark mark : marks) {
            Span line = new Span(texts.label(mark.conclusion()) + " · " + words.nameOf(mark.by()) + " · ");
            line.add(new TimeText(mark.at()));
            panel.add(new Div(line), new Paragraph(mark.note().isEmpty() ? "—" : mark.note()));
        }
        return panel;
    }

    private static UUID id(BeforeEnterEvent event) {
        try {
            return UUID.fromString(event.getRouteParameters().get("finding").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new NotFound("finding", "of that form");
        }
    }
}
