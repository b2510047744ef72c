package io.shouxin.request.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.record.Category;
import io.shouxin.request.DecisionTexts;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestType;
import io.shouxin.request.SubjectOverview;
import io.shouxin.request.SubjectOverview.Item;
import io.shouxin.request.SubjectRequest;
import io.shouxin.retention.Outcome;
import io.shouxin.retention.RetentionTexts;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.DefinitionTable;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.RecordCard;
import io.shouxin.shared.ui.UiTexts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What we hold about you: by category, masked, where it lies, why, and until when. */
@Route("mine")
@AnonymousAllowed
class MinePage extends OwnPage {

    private final SubjectOverview overview;
    private final RequestReader reader;

    MinePage(CurrentActor current, SubjectOverview overview, RequestReader reader) {
        super(current, "client.mine.title");
        this.overview = overview;
        this.reader = reader;
    }

    @Override
    void enter(BeforeEnterEvent event, UUID owner) {
        Optional<SubjectRequest> held = Behalf.heldBy(reader, owner);
        if (held.isPresent()) {
            show(RequesterTurn.onlyTheirCase(held.get()));
            return;
        }
        List<SubjectRequest> requests = reader.ofClient(owner);
        Map<Category, List<Item>> records = overview.knows(owner) ? overview.of(owner) : Map.of();
        if (records.isEmpty()) {
            QuestionPage page = NothingHeld.page();
            requests(requests, owner).ifPresent(page::content);
            show(page);
            return;
        }
        int count = records.values().stream().mapToInt(List::size).sum();
        QuestionPage page = new QuestionPage(UiTexts.text("client.mine.heading"))
                .back("")
                .lead(UiTexts.text("client.mine.lead", count, records.size()));
        requests(requests, owner).ifPresent(page::content);
        UnderWay underWay = new UnderWay(reader.openOfClient(owner).stream()
                .filter(open -> open.request().type() == RequestType.DELETION)
                .toList());
        records.forEach((category, items) -> page.content(category(category, items, underWay)));
        page.content(new Paragraph(UiTexts.text("client.mine.masked")))
                .secondary(UiTexts.text("client.signout"), () -> UI.getCurrent().navigate("signout"))
                .primary(UiTexts.text("client.mine.delete"), () -> UI.getCurrent()
                        .navigate("guide/deletion"));
        show(page);
    }

    @Override
    public Optional<Exit> topBarExit() {
        return Optional.empty();
    }

    private static Optional<Component> requests(List<SubjectRequest> requests, UUID owner) {
        if (requests.isEmpty()) {
            return Optional.empty();
        }
        Section part = new Section(new H2(UiTexts.text("client.mine.requests")));
        part.addClassName("held");
        part.add(RequestCards.of(requests, owner));
        return Optional.of(part);
    }

    private static Section category(Category category, List<Item> items, UnderWay underWay) {
        Texts texts = UiTexts.current();
        Section part = new Section(
                new H2(texts.label(category)), new Paragraph(texts.get("client.purpose." + category.name())));
        part.addClassName("held");
        items.forEach(item ->
                part.add(card(item, underWay.of(item.decision(), texts).orElseGet(() -> state(item, texts)), texts)));
        return part;
    }

    private static RecordCard card(Item item, UnderWay.State state, Texts texts) {
        DefinitionTable fields = new DefinitionTable();
        FieldLines.of(item.fields(), texts).forEach(line -> fields.row(line.label(), line.value()));
        Div rest = new Div();
        if (item.fields().isEmpty()) {
            rest.add(new Paragraph(texts.get("client.mine.sealed")));
        } else {
            rest.add(fields);
        }
        return new RecordCard(
                        DecisionTexts.title(item.decision(), texts.locale()),
                        state.chip(),
                        texts.get(
                                "client.mine.where",
                                texts.get("system." + item.decision().system()),
                                item.branch().label(texts)))
                .with(rest, why(state));
    }

    /**
     * Where nothing is under way. Nothing "will be deleted" before it was asked for: it can be, on request; and what the law keeps is in
     * use until then.
     */
    private static UnderWay.State state(Item item, Texts texts) {
        RecordDecision decision = item.decision();
        if (decision.erases()) {
            return new UnderWay.State(
                    Chip.plain(texts.get("client.mine.chip.deletable")), texts.get("client.mine.deletable"));
        }
        LocalDate until = decision.until();
        boolean inUse = decision.outcome() == Outcome.RESTRICT_STORAGE_ONLY && !item.storedOnly();
        Chip chip = inUse && until != null
                ? Chip.warn(texts.get("client.mine.chip.kept", RetentionTexts.date(until, texts.locale())))
                : DecisionCards.chip(decision);
        return new UnderWay.State(chip, DecisionTexts.forClient(decision, texts.locale()));
    }

    private static Paragraph why(UnderWay.State state) {
        Paragraph why = new Paragraph(state.why());
        why.addClassName("why");
        return why;
    }
}
