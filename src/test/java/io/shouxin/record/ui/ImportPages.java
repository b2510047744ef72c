package io.shouxin.record.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import io.shouxin.record.Category;
import io.shouxin.record.ImportColumn;
import io.shouxin.record.ImportFinding;
import io.shouxin.record.ImportSheet;
import io.shouxin.record.ImportState;
import io.shouxin.record.ImportView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What tests of the import's pages look at. */
final class ImportPages {

    static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private ImportPages() {}

    static ImportView view(ImportState state, @Nullable String failure, int done) {
        return view(state, failure, done, List.of());
    }

    static ImportView view(ImportState state, List<ImportSheet> sheets) {
        return view(state, null, 0, List.of(), sheets);
    }

    static ImportView view(ImportState state, @Nullable String failure, int done, List<Object> arguments) {
        return view(state, failure, done, arguments, List.of());
    }

    private static ImportView view(
            ImportState state, @Nullable String failure, int done, List<Object> arguments, List<ImportSheet> sheets) {
        return new ImportView(
                ID,
                ID,
                state,
                "名单.csv",
                null,
                Instant.parse("2026-11-01T02:00:00Z"),
                Instant.parse("2026-11-01T02:01:00Z"),
                3000,
                done,
                2868,
                868,
                536,
                20000,
                3,
                132,
                1,
                481,
                Map.of(Category.IDENTITY, 2868),
                List.of(
                        new ImportFinding("NO_PHONE", 48, List.of()),
                        new ImportFinding("PHONE_UNREADABLE", 120, List.of("手机号", "备用电话"))),
                List.of(
                        new ImportColumn(0, 0, "一月", "", "UNKNOWN_1", "UNKNOWN", 0),
                        new ImportColumn(1, 1, "二月", "乙", "UNKNOWN_2", "UNKNOWN", 0)),
                failure,
                arguments,
                null,
                0,
                null,
                false,
                state == ImportState.PAUSED ? ID : null,
                state == ImportState.PAUSED ? Instant.parse("2026-11-01T02:00:30Z") : null,
                sheets,
                null);
    }

    @SuppressWarnings("unchecked")
    static void named(MappingPanel panel) {
        ComboBox<String> first = (ComboBox<String>)
                all(panel).filter(ComboBox.class::isInstance).findFirst().orElseThrow();
        first.setValue("NAME");
    }

    static Button button(Component page, String text) {
        return all(page)
                .filter(each ->
                        each instanceof Button button && button.getText().equals(text))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    static Stream<Component> all(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(ImportPages::all));
    }

    static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
