package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.ui.Decider;
import io.shouxin.inbox.ui.TaskPanel;
import io.shouxin.request.AskedNeed;
import io.shouxin.request.AskedPaper;
import io.shouxin.request.Authorities;
import io.shouxin.request.Authority;
import io.shouxin.request.AuthorityTexts;
import io.shouxin.request.AuthorityView;
import io.shouxin.request.CaseView;
import io.shouxin.request.Paper;
import io.shouxin.request.RefusalFacts;
import io.shouxin.request.RefusalReasons;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Citations;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.DecisionBar;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.UiTexts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 核对代办权限: a clerk says whose data it is about and how each paper was seen, asks for what is missing, or finds no authority. */
@org.springframework.stereotype.Component
class CheckAuthorityPanel implements TaskPanel {

    private final CasePages pages;
    private final Authorities authorities;
    private final RefusalReasons reasons;
    private final PeopleRows people;

    CheckAuthorityPanel(CasePages pages, Authorities authorities, RefusalReasons reasons, PeopleRows people) {
        this.pages = pages;
        this.authorities = authorities;
        this.reasons = reasons;
        this.people = people;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("check-authority");
    }

    @Override
    public Component render(InboxTask task, Decider decider) {
        CaseView view = pages.read(task.caseId());
        AuthorityView authority = pages.authorityOf(view.request().id()).orElseThrow();
        return new Desk(view, authority, decider).page();
    }

    /** How a paper was seen, or that it was not. */
    private enum Seen {
        NONE,
        FILE,
        ORIGINAL,
        ON_FILE,
        STATED
    }

    /** @param subject null for nobody on file */
    private record Candidate(@Nullable UUID subject, String label) {

        @Override
        public String toString() {
            return subject == null ? "nobody" : subject.toString();
        }
    }

    private final class Desk extends CaseDesk {

        private final AuthorityView authority;
        private final Map<Paper, RadioButtonGroup<Seen>> papers = new EnumMap<>(Paper.class);
        private final RadioButtonGroup<Candidate> who = Choices.one(UiTexts.text("staff.others.who"));
        private final Div aboutChosen = new Div();
        private final TextField query = new TextField(UiTexts.text("staff.others.search"));
        private final TextArea words = TextForms.area("staff.others.words", "staff.others.wordsHelp");
        private final List<Candidate> candidates = new ArrayList<>();
        private final List<Authorities.Meant> meant;

        Desk(CaseView view, AuthorityView authority, Decider decider) {
            super(CheckAuthorityPanel.this.pages, view, decider, UiTexts.text("staff.what.check-authority"));
            this.authority = authority;
            this.meant = authorities.meant(view.request().id());
            authority.asked().forEach(need -> need.oneOf().forEach(asked -> papers.put(asked.paper(), choice(asked))));
            authority.authority().seen().forEach((paper, how) -> Optional.ofNullable(papers.get(paper))
                    .ifPresent(group -> group.setValue(Seen.valueOf(how.name()))));
            offer();
            papers.forEach((paper, group) -> beginWith(paper.name(), group));
            beginWith("who", who);
            beginWith("words", words);
            showChosen(who.getValue());
            who.addValueChangeListener(change -> showChosen(change.getValue()));
        }

        private RadioButtonGroup<Seen> choice(AskedPaper asked) {
            RadioButtonGroup<Seen> group = new RadioButtonGroup<>(texts.label(asked.paper()));
            group.setItems(
                    asked.paper().isSaid()
                            ? List.of(Seen.NONE, Seen.STATED)
                            : List.of(Seen.NONE, Seen.FILE, Seen.ORIGINAL, Seen.ON_FILE));
            group.setItemLabelGenerator(
                    each -> texts.get(each == Seen.NONE ? "staff.others.none" : "staff.others.sight." + each.name()));
            group.setHelperText(texts.get("staff.others.source", Citations.in(asked.source(), texts.locale())));
            return group;
        }

        /** Who was found comes first, and the person whom the case is about by itself is chosen. */
        private void offer() {
            meant.forEach(each -> candidates.add(new Candidate(each.subject(), label(each))));
            candidates.add(new Candidate(null, texts.get("staff.others.nobody")));
            who.setItems(candidates);
            who.setItemLabelGenerator(Candidate::label);
            who.addValueChangeListener(change -> who.setInvalid(false));
            UUID subject = view.request().subjectId();
            candidates.stream()
                    .filter(each -> subject != null && subject.equals(each.subject()))
                    .forEach(who::setValue);
        }

        private String label(Authorities.Meant each) {
            String person = people.label(each.subject(), texts);
            if (each.clients().isEmpty()) {
                return person;
            }
            String parents = each.clients().stream()
                    .map(client -> people.label(client, texts))
                    .collect(Collectors.joining(texts.get("request.list.separator")));
            return texts.get("staff.others.candidate", person, texts.get("staff.others.childOf", parents));
        }

        private void find() {
            query.setInvalid(false);
            try {
                people.find(query.getValue()).stream()
                        .map(row -> new Candidate(row.subject().id(), row.label(texts)))
                        .filter(row -> candidates.stream()
                                .noneMatch(each ->
                                        row.subject() != null && row.subject().equals(each.subject())))
                        .forEach(row -> candidates.add(0, row));
            } catch (InvalidInput e) {
                query.setErrorMessage(texts.get(e.textKey(), e.arguments()));
                query.setInvalid(true);
                return;
            }
            Candidate chosen = who.getValue();
            who.setItems(candidates);
            if (chosen != null) {
                who.setValue(chosen);
            }
        }

        /** What must be known of whoever was chosen: another parent on file, other requests. */
        private void showChosen(@Nullable Candidate chosen) {
            aboutChosen.removeAll();
            UUID person = chosen == null ? null : chosen.subject();
            if (person == null) {
                return;
            }
            if (meant.stream().anyMatch(each -> each.subject().equals(person) && each.otherParent())) {
                aboutChosen.add(Notice.warning(
                        texts.get("staff.others.otherParent"), texts.get("staff.others.otherParent.what")));
            }
            List<SubjectRequest> others = pages.otherCases(view.request(), person);
            if (!others.isEmpty()) {
                aboutChosen.add(new Notice(
                        Chip.Tone.PLAIN,
                        texts.get("staff.others.otherCases"),
                        texts.get("staff.others.otherCases.what"),
                        others.stream()
                                .map(each -> new RouteLink("staff/cases/" + each.id(), each.reference()))
                                .toArray(RouteLink[]::new)));
            }
            aboutChosen.add(new Div(new RouteLink("staff/people/" + person, texts.get("staff.others.toPerson"))));
        }

        StaffPage page() {
            query.setHelperText(texts.get("staff.others.search.help"));
            query.setWidthFull();
            query.addKeyPressListener(Key.ENTER, enter -> find());
            Div line = new Div(query, Buttons.quiet(texts.get("staff.people.search"), this::find));
            line.addClassName("search-line");
            Panel person = new Panel(
                    texts.get("staff.others.who"),
                    new Paragraph(texts.get("staff.others.who.lead")),
                    who,
                    aboutChosen,
                    line);
            Panel seen =
                    new Panel(texts.get("staff.others.papers"), new Paragraph(texts.get("staff.others.papers.lead")));
            authority.asked().forEach(need -> seen.add(needed(need)));
            seen.add(words);
            return files(person, seen);
        }

        private StaffPage files(Panel person, Panel seen) {
            return pages.proofFiles(view.request().id())
                    .toChange()
                    .map(list -> render(person, list, seen))
                    .orElseGet(() -> render(person, seen));
        }

        private Div needed(AskedNeed need) {
            String name = texts.label(need.need());
            Span title = new Span(need.oneOf().size() > 1 ? texts.get("staff.others.oneOf", name) : name);
            title.addClassName("strong");
            Div block = new Div(title);
            block.addClassName("asked-need");
            need.oneOf().forEach(asked -> block.add(Objects.requireNonNull(papers.get(asked.paper()))));
            return block;
        }

        @Override
        Optional<Panel> files() {
            return Optional.empty();
        }

        @Override
        void buttons(DecisionBar to) {
            to.primary(texts.get("staff.bar.authority"), "A", this::confirm);
            to.secondary(texts.get("staff.bar.notEnough"), "N", this::askAgain);
            to.secondary(texts.get("staff.bar.noAuthority"), "R", this::refuse);
        }

        private Map<Paper, Authority.Sight> seen() {
            Map<Paper, Authority.Sight> seen = new EnumMap<>(Paper.class);
            papers.forEach((paper, group) -> {
                Seen how = group.getValue();
                if (how != null && how != Seen.NONE) {
                    seen.put(paper, Authority.Sight.valueOf(how.name()));
                }
            });
            return seen;
        }

        private Map<String, Object> fields(String outcome) {
            Map<String, Object> fields = new HashMap<>();
            fields.put("outcome", outcome);
            fields.put(
                    "papers",
                    seen().entrySet().stream()
                            .map(each -> Map.of(
                                    "paper", each.getKey().name(),
                                    "sight", each.getValue().name()))
                            .toList());
            return fields;
        }

        private List<String> missing() {
            return Authority.missing(authority.asked(), seen().keySet()).stream()
                    .map(need -> AuthorityTexts.need(need, texts))
                    .toList();
        }

        private void confirm() {
            if (sheet.isOpen()) {
                return;
            }
            Candidate chosen = who.getValue();
            List<String> wrong = new ArrayList<>();
            if (chosen == null) {
                who.setErrorMessage(texts.get("request.error.personNotChosen"));
                who.setInvalid(true);
                wrong.add(texts.get("request.error.personNotChosen"));
            }
            List<String> missing = missing();
            if (!missing.isEmpty()) {
                wrong.add(texts.get("request.error.papersMissing"));
                wrong.addAll(missing);
            }
            if (chosen == null || !wrong.isEmpty()) {
                problem(texts.get("ui.error.check"), String.join("\n", wrong));
                return;
            }
            Map<String, Object> fields = fields("CONFIRMED");
            fields.put(
                    chosen.subject() == null ? "nobody" : "subjectId",
                    chosen.subject() == null ? "true" : chosen.toString());
            fields.put("text", words.getValue());
            send(fields);
        }

        /** An empty field is filled with everything that is missing, to be read before it goes to the requester. */
        private void askAgain() {
            if (sheet.isOpen()) {
                return;
            }
            if (words.getValue().isBlank() && !missing().isEmpty()) {
                words.setValue(Stream.concat(Stream.of(texts.get("staff.others.missing")), missing().stream())
                        .collect(Collectors.joining("\n")));
                problem(texts.get("ui.error.check"), texts.get("staff.others.listed"));
                return;
            }
            try {
                TextForms.require(words);
            } catch (InvalidInput e) {
                problem(texts.get("ui.error.check"), texts.get(e.textKey(), e.arguments()));
                return;
            }
            Map<String, Object> fields = fields("NOT_ENOUGH");
            fields.put("text", words.getValue());
            send(fields);
        }

        private void refuse() {
            if (sheet.isOpen() || !takeForSheet()) {
                return;
            }
            RefuseForm form = new RefuseForm(reasons.forAuthority(RefusalFacts.of(view.request(), List.of())));
            sheet.open(
                    "no-authority",
                    texts.get("staff.others.refuse"),
                    texts.get("staff.others.refuse.send"),
                    () -> {
                        Map<String, Object> fields = fields("REFUSED");
                        fields.putAll(form.read());
                        if (sendOrThrow(fields)) {
                            sheet.close();
                        }
                    },
                    form.parts("staff.others.refuse.lead"));
        }
    }
}
