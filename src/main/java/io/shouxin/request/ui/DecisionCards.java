package io.shouxin.request.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.shouxin.request.DecisionTexts;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.SubjectOverview.Item;
import io.shouxin.retention.Outcome;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.RecordCard;
import io.shouxin.shared.ui.UiTexts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what becomes of records: those with the same fate and the same reason on one card, one line for each kind. */
final class DecisionCards {

    private record Fate(Outcome outcome, @Nullable LocalDate until, String why) {}

    private DecisionCards() {}

    static Component[] of(List<Item> items) {
        Texts texts = UiTexts.current();
        Map<Fate, List<Item>> byFate = items.stream()
                .sorted(Comparator.<Item, Outcome>comparing(
                                item -> item.decision().outcome())
                        .thenComparing(item -> item.decision().category()))
                .collect(Collectors.groupingBy(
                        item -> fate(item.decision(), texts.locale()), LinkedHashMap::new, Collectors.toList()));
        return byFate.entrySet().stream()
                .map(entry -> card(entry.getKey(), entry.getValue(), texts))
                .toArray(Component[]::new);
    }

    private static Fate fate(RecordDecision decision, Locale locale) {
        return new Fate(decision.outcome(), decision.until(), DecisionTexts.forClient(decision, locale));
    }

    static Chip chip(RecordDecision decision) {
        String words = DecisionTexts.chip(decision, UiTexts.current().locale());
        return switch (decision.outcome()) {
            case DELETE_NOW, ANONYMISE -> Chip.ok(words);
            case RESTRICT_STORAGE_ONLY, REFUSE -> Chip.warn(words);
            case HELD -> Chip.seal(words);
            case OFFICER_DECIDES -> Chip.calm(words);
        };
    }

    /** "6 条将删除，2 条保留，1 条需专人判定". */
    static String counts(List<RecordDecision> decisions) {
        Texts texts = UiTexts.current();
        long erased = decisions.stream().filter(RecordDecision::erases).count();
        long open = decisions.stream().filter(RecordDecision::isOpen).count();
        long held = decisions.stream()
                .filter(decision -> decision.outcome() == Outcome.HELD)
                .count();
        long kept = decisions.size() - erased - open - held;
        return List.of(
                        Map.entry("client.counts.erased", erased),
                        Map.entry("client.counts.kept", kept),
                        Map.entry("client.counts.held", held),
                        Map.entry("client.counts.open", open))
                .stream()
                .filter(part -> part.getValue() > 0)
                .map(part -> texts.get(part.getKey(), part.getValue()))
                .collect(Collectors.joining(texts.get("client.counts.separator")));
    }

    private static RecordCard card(Fate fate, List<Item> alike, Texts texts) {
        Map<String, List<Item>> kinds = alike.stream()
                .collect(Collectors.groupingBy(
                        item -> DecisionTexts.title(item.decision(), texts.locale()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        UnorderedList lines = new UnorderedList();
        kinds.forEach((title, items) -> lines.add(line(title, items, texts)));
        lines.addClassName("record-lines");
        List<RecordDecision> decisions = alike.stream().map(Item::decision).toList();
        return new RecordCard(counts(decisions), chip(decisions.get(0)), fate.why()).with(lines);
    }

    /** One kind of record, and what is in each record of it, masked as on the page of what is held. */
    private static ListItem line(String title, List<Item> items, Texts texts) {
        ListItem line =
                new ListItem(items.size() == 1 ? title : texts.get("client.preview.several", title, items.size()));
        items.stream()
                .map(item -> FieldLines.inOneLine(item.fields(), texts))
                .filter(fields -> !fields.isEmpty())
                .forEach(fields -> {
                    Div shown = new Div(fields);
                    shown.addClassName("record-fields");
                    line.add(shown);
                });
        return line;
    }
}
