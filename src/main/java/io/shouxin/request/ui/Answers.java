package io.shouxin.request.ui;

import io.shouxin.record.Category;
import io.shouxin.request.Draft;
import io.shouxin.request.OnBehalf;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.UiTexts;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A client's answers as they are read back to them. */
final class Answers {

    private Answers() {}

    static String scope(Draft draft) {
        return draft.scoped() ? scope(draft.scope()) : UiTexts.text("client.check.open");
    }

    /** @param categories null for everything */
    static String scope(@Nullable Set<Category> categories) {
        Texts texts = UiTexts.current();
        return categories == null
                ? texts.get("request.scope.all")
                : categories.stream()
                        .sorted()
                        .map((Category category) -> texts.label(category))
                        .collect(Collectors.joining(texts.get("ui.list-separator")));
    }

    static String note(Draft draft) {
        return note(draft.note());
    }

    static String note(String words) {
        String note = words.strip();
        return note.isEmpty() ? UiTexts.text("client.check.noNote") : LongText.shortened(note);
    }

    /** For whom somebody asks, in one line, as they typed it. */
    static String person(OnBehalf claim) {
        return Stream.of(
                        claim.person().name(),
                        claim.relation(),
                        claim.person().phone(),
                        claim.person().idNumber())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(UiTexts.text("ui.list-separator")));
    }
}
