package io.shouxin.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.record.ImportState;
import io.shouxin.record.ImportView;
import io.shouxin.record.Purpose;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a file that is not understood, and of columns that somebody explains. */
class ImportColumnsTest extends ImportsOnADatabase {

    @Autowired
    ImportColumnsTest(Tools tools) {
        super(tools);
    }

    @Test
    void what_is_no_spreadsheet_fails_with_words_and_leaves_no_file() {
        ImportView view = imported("list.xlsx", new byte[] {0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 0, 1, 2});
        assertThat(view.state()).isEqualTo(ImportState.FAILED);
        assertThat(Texts.chinese()
                        .get(
                                String.valueOf(view.failureKey()),
                                view.failureArguments().toArray()))
                .doesNotStartWith("!")
                .contains("表格");
        assertThat(count("SELECT count(*) FROM stored_file WHERE scope_id = ?", view.id()))
                .isZero();
    }

    @Test
    void columns_that_nobody_understands_are_asked_for_and_the_import_then_runs() {
        UUID id = imports.receive("list.csv", csv("甲,乙", "abc,x1", "def,x2"), branch, null);
        ImportView waiting = settled(id);
        assertThat(waiting.state()).isEqualTo(ImportState.NEEDS_MAPPING);
        assertThat(waiting.columns()).hasSize(2);
        assertThat(imports.samples(id).get(0)).allMatch(sample -> sample.contains("*"));
        assertThatThrownBy(() -> imports.map(id, Map.of())).isInstanceOf(InvalidInput.class);
        imports.map(id, Map.of(0, "NAME"), true);
        assertThat(finished(id).state()).isEqualTo(ImportState.COMPLETED);
        assertThat(imports.get(id).people()).isEqualTo(imports.get(id).rows()).isEqualTo(2);
        assertThatThrownBy(() -> imports.map(id, Map.of(0, "NAME"))).isInstanceOf(StateRefused.class);
    }

    @Test
    void a_file_that_waits_for_its_columns_can_be_discarded_and_nothing_of_it_stays() {
        UUID id = imports.receive("list.csv", csv("甲,乙", "abc,x1", "def,x2"), branch, null);
        settled(id);
        imports.discard(id);
        ImportView gone = imports.get(id);
        assertThat(gone.state()).isEqualTo(ImportState.FAILED);
        assertThat(gone.failureKey()).isEqualTo("imports.failure.DISCARDED");
        assertThat(gone.fileName()).isEmpty();
        assertThat(gone.columns()).isEmpty();
        assertThat(count("SELECT count(*) FROM stored_file WHERE scope_id = ?", id))
                .isZero();
        assertThatThrownBy(() -> imports.discard(id)).isInstanceOf(StateRefused.class);
    }

    @Test
    void a_sender_may_say_what_columns_mean() {
        UUID id = imports.receive("list.csv", csv("甲,乙", "莫非凡,13911110051"), branch, Map.of("甲", "NAME", "2", "PHONE"));
        assertThat(finished(id).state()).isEqualTo(ImportState.COMPLETED);
        assertThat(people.card(person("13911110051"), Purpose.CASE).name()).isEqualTo("莫非凡");
        assertThatThrownBy(() -> imports.receive("list.csv", new byte[1], branch, Map.of("甲", "NO_SUCH")))
                .isInstanceOf(InvalidInput.class);
    }
}
