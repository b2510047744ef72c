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
import io.shouxin.record.imports.FieldLabels;
import io.shouxin.record.imports.FieldValues;
import io.shouxin.request.DecisionTexts;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.RequestType;
import io.shouxin.request.SubjectOverview;
import io.shouxin.request.SubjectOverview.Item;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.DefinitionTable;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.RecordCard;
import io.shouxin.shared.ui.UiTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        List<SubjectRequest> requests = reader.ofClient(owner);
        Map<Category, List<Item>> held = overview.knows(owner) ? overview.of(owner) : Map.of();
        if (held.isEmpty()) {
            QuestionPage page = NothingHeld.page();
            requests(requests).ifPresent(page::content);
            show(page);
            return;
        }
        int count = held.values().stream().mapToInt(List::size).sum();
        QuestionPage page = new QuestionPage(UiTexts.text("client.mine.heading"))
                .back("")
                .lead(UiTexts.text("client.mine.lead", count, held.size()));
        requests(requests).ifPresent(page::content);
        List<SubjectRequest> open = requests.stream()
                .filter(request -> request.type() == RequestType.DELETION && request.status() != RequestStatus.CLOSED)
                .toList();
        held.forEach((category, items) ->
                page.content(category(category, items, open.stream().anyMatch(request -> asksFor(request, category)))));
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

    private static Optional<Component> requests(List<SubjectRequest> requests) {
        if (requests.isEmpty()) {
            return Optional.empty();
        }
        Section part = new Section(new H2(UiTexts.text("client.mine.requests")));
        part.addClassName("held");
        part.add(RequestCards.of(requests));
        return Optional.of(part);
    }

    private static boolean asksFor(SubjectRequest request, Category category) {
        Set<Category> categories = request.categories();
        return categories == null || categories.contains(category);
    }

    private static Section category(Category category, List<Item> items, boolean asked) {
        Texts texts = UiTexts.current();
        Section part = new Section(
                new H2(texts.label(category)), new Paragraph(texts.get("client.purpose." + category.name())));
        part.addClassName("held");
        items.forEach(item -> part.add(card(item, asked, texts)));
        return part;
    }

    private static RecordCard card(Item item, boolean asked, Texts texts) {
        DefinitionTable fields = new DefinitionTable();
        lines(item, texts).forEach((code, shown) -> fields.row(FieldLabels.label(texts, code), shown));
        Div rest = new Div();
        if (item.fields().isEmpty()) {
            rest.add(new Paragraph(texts.get("client.mine.sealed")));
        } else {
            rest.add(fields);
        }
        return new RecordCard(
                        DecisionTexts.title(item.decision(), texts.locale()),
                        chip(item, asked, texts),
                        texts.get(
                                "client.mine.where",
                                texts.get("system." + item.decision().system()),
                                item.branch()))
                .with(rest, why(item, asked, texts));
    }

    /** By field; what a yes or no column was taken to say is no line of its own, and said only where it is not what is written. */
    private static Map<String, String> lines(Item item, Texts texts) {
        Map<String, String> lines = new LinkedHashMap<>();
        item.fields().stream()
                .filter(field -> !FieldValues.isReading(field.code()))
                .forEach(field -> lines.put(field.code(), shown(field, texts)));
        item.fields().stream()
                .filter(field -> FieldValues.isReading(field.code()))
                .forEach(field -> lines.merge(
                        FieldValues.read(field.code()),
                        shown(field, texts),
                        (written, reading) ->
                                written.equals(reading) ? written : texts.get("client.mine.readAs", written, reading)));
        return lines;
    }

    private static String shown(SubjectOverview.Field field, Texts texts) {
        return field.whole() ? FieldValues.text(texts, field.code(), field.shown()) : field.shown();
    }

    /** Nothing "will be deleted" before somebody has decided so: it can be, on request, or was asked for. */
    private static Chip chip(Item item, boolean asked, Texts texts) {
        return item.decision().erases()
                ? Chip.plain(texts.get(asked ? "client.mine.chip.asked" : "client.mine.chip.deletable"))
                : DecisionCards.chip(item.decision());
    }

    private static Paragraph why(Item item, boolean asked, Texts texts) {
        Paragraph why = new Paragraph(
                item.decision().erases()
                        ? texts.get(asked ? "client.mine.asked" : "client.mine.deletable")
                        : DecisionTexts.forClient(item.decision(), texts.locale()));
        why.addClassName("why");
        return why;
    }
}
