package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.ui.Decider;
import io.shouxin.inbox.ui.TaskPanel;
import io.shouxin.request.AskedNeed;
import io.shouxin.request.AskedPaper;
import io.shouxin.request.Authorities;
import io.shouxin.request.Authority;
import io.shouxin.request.AuthorityTexts;
import io.shouxin.request.AuthorityView;
import io.shouxin.request.Capacity;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.Paper;
import io.shouxin.request.ProofFile;
import io.shouxin.request.ProofTexts;
import io.shouxin.request.RefusalFacts;
import io.shouxin.request.RefusalReasons;
import io.shouxin.request.RequestId;
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
        return new Desk(task, view, authority, decider).page();
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

        private final InboxTask task;
        private final AuthorityView authority;
        private final Map<Paper, RadioButtonGroup<Seen>> papers = new EnumMap<>(Paper.class);
        private final Map<Paper, Select<ProofFile>> files = new EnumMap<>(Paper.class);
        private final RadioButtonGroup<Candidate> who = Choices.one(UiTexts.text("staff.others.who"));
        private final Div aboutChosen = new Div();
        private final TextField query = new TextField(UiTexts.text("staff.others.search"));
        private final TextArea words = TextForms.area("staff.others.words", "staff.others.wordsHelp");
        private final TextArea whyNot = TextForms.area("staff.others.whyNot", "staff.others.whyNot.help");
        private final List<Candidate> candidates = new ArrayList<>();
        private final List<Authorities.Meant> meant;

        Desk(InboxTask task, CaseView view, AuthorityView authority, Decider decider) {
            super(CheckAuthorityPanel.this.pages, view, decider, UiTexts.text("staff.what.check-authority"));
            this.task = task;
            this.authority = authority;
            this.meant = authorities.meant(view.request().id());
            authority.asked().forEach(need -> need.oneOf().forEach(asked -> papers.put(asked.paper(), choice(asked))));
            authority.authority().seen().forEach((paper, how) -> Optional.ofNullable(papers.get(paper))
                    .ifPresent(group -> group.setValue(Seen.valueOf(how.name()))));
            papers.forEach((paper, group) -> files.put(paper, fileOf(paper, group)));
            offer();
            if (view.lastReturn().open()) {
                notice(Notice.warning(texts.get("staff.review.returned"), view.text(CaseText.Kind.RETURNED)));
            }
            papers.forEach((paper, group) -> beginWith(paper.name(), group));
            beginWith("who", who);
            beginWith("words", words);
            beginWith("whyNot", whyNot);
            showChosen(who.getValue());
            who.addValueChangeListener(change -> showChosen(change.getValue()));
        }

        /** In which file a paper was seen; asked only where none was handed in as that paper, since one photo may show several. */
        private Select<ProofFile> fileOf(Paper paper, RadioButtonGroup<Seen> group) {
            Select<ProofFile> file = new Select<>();
            file.setLabel(texts.get("staff.others.inFile", texts.label(paper)));
            file.setItemLabelGenerator(each -> ProofTexts.name(each, texts));
            Runnable show = () -> {
                List<ProofFile> open = pages.filesToOpen(view.request().id());
                boolean wanted = group.getValue() == Seen.FILE
                        && !open.isEmpty()
                        && open.stream().noneMatch(each -> each.paper() == paper);
                file.setVisible(wanted);
                if (wanted) {
                    file.setItems(open);
                }
            };
            group.addValueChangeListener(change -> show.run());
            show.run();
            return file;
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
            if (saysNobody(chosen)) {
                aboutChosen.add(whyNot);
            }
            UUID person = chosen == null ? null : chosen.subject();
            if (person == null) {
                return;
            }
            if (meant.stream().anyMatch(each -> each.subject().equals(person) && each.otherParent())) {
                aboutChosen.add(Notice.warning(
                        texts.get("staff.others.otherParent"), texts.get("staff.others.otherParent.what")));
            }
            RequestId id = view.request().id();
            if (view.request().capacity() == Capacity.AGENT && !authorities.isReachable(id, person)) {
                aboutChosen.add(
                        Notice.warning(texts.get("staff.others.notTold"), texts.get("staff.others.notTold.check")));
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

        /** Whether nobody on file shall be meant although somebody could be: then it must be said why not. */
        private boolean saysNobody(@Nullable Candidate chosen) {
            return chosen != null && chosen.subject() == null && !meant.isEmpty();
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
            seen.corner(Buttons.quiet(texts.get("staff.others.correct"), this::correct));
            return files(person, seen);
        }

        /** As whom the requester asks was written down wrongly: the papers that are asked for are others then. */
        private void correct() {
            if (sheet.isOpen() || !takeForSheet()) {
                return;
            }
            CapacityForm form = new CapacityForm(authority.authority());
            sheet.open(
                    "capacity",
                    texts.get("staff.others.correct.title"),
                    texts.get("staff.others.correct.send"),
                    () -> {
                        form.send(authorities, view.request().id());
                        sheet.close();
                        drawAnew();
                    },
                    form.parts());
        }

        private void drawAnew() {
            Element old = page.getElement();
            Element parent = old.getParent();
            int place = parent.indexOfChild(old);
            Component fresh = CheckAuthorityPanel.this.render(task, decider);
            parent.removeChild(old);
            parent.insertChild(place, fresh.getElement());
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
            need.oneOf()
                    .forEach(asked -> block.add(
                            Objects.requireNonNull(papers.get(asked.paper())),
                            Objects.requireNonNull(files.get(asked.paper()))));
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
                            .map(each -> seen(each.getKey(), each.getValue()))
                            .toList());
            return fields;
        }

        private Map<String, String> seen(Paper paper, Authority.Sight how) {
            Select<ProofFile> file = Objects.requireNonNull(files.get(paper));
            ProofFile named = file.isVisible() ? file.getValue() : null;
            return named == null
                    ? Map.of("paper", paper.name(), "sight", how.name())
                    : Map.of(
                            "paper",
                            paper.name(),
                            "sight",
                            how.name(),
                            "file",
                            named.id().toString());
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
            if (saysNobody(chosen)) {
                try {
                    TextForms.require(whyNot);
                } catch (InvalidInput e) {
                    problem(texts.get("ui.error.check"), texts.get("request.error.fieldMissing.why"));
                    return;
                }
                fields.put(
                        "ruledOut",
                        meant.stream().map(each -> each.subject().toString()).toList());
                fields.put("why", whyNot.getValue());
            }
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
            RefuseForm form = new RefuseForm(
                    reasons.forAuthority(RefusalFacts.ofAuthority(view.request(), authority.asked(), seen().keySet())),
                    "staff.others.refuse.help");
            Div letter = new Div();
            form.onChange(words -> {
                letter.removeAll();
                words.ifPresent(
                        now -> letter.add(pages.refusalDraft(view.request().id(), now)));
            });
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
                    Stream.concat(Stream.of(form.parts("staff.others.refuse.lead")), Stream.of(letter))
                            .toArray(Component[]::new));
        }
    }
}
