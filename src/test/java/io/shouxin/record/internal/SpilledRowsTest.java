package io.shouxin.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.record.imports.ReadingInterrupted;
import io.shouxin.record.imports.Row;
import io.shouxin.record.imports.SheetCell;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpilledRowsTest {

    @TempDir
    private Path directory = Path.of("");

    private static Row row(int number) {
        return new Row(
                number,
                List.of(
                        SheetCell.text("王𠮷" + number),
                        SheetCell.EMPTY,
                        new SheetCell(SheetCell.Kind.NUMBER, "45000", LocalDate.of(2023, 3, 15)),
                        new SheetCell(SheetCell.Kind.FORMULA, "=1+1", null),
                        SheetCell.text("长".repeat(number % 50 == 0 ? 30_000 : 1))));
    }

    @Test
    void every_row_comes_back_as_it_was_in_whatever_order_it_is_asked_for() {
        try (SpilledRows rows = SpilledRows.in(directory)) {
            for (int i = 1; i <= 1_703; i++) {
                rows.add(row(i));
            }
            assertThat(rows.size()).isEqualTo(1_703);
            for (int place : new int[] {0, 499, 500, 1_702, 1, 1_000, 999, 1_499, 1_500}) {
                assertThat(rows.row(place)).isEqualTo(row(place + 1));
            }
        }
    }

    @Test
    void nothing_is_left_on_the_disk() {
        try (SpilledRows rows = SpilledRows.in(directory)) {
            for (int i = 1; i <= 600; i++) {
                rows.add(row(i));
            }
            assertThat(rows.row(0)).isEqualTo(row(1));
        }
        File[] left = directory.toFile().listFiles();
        assertThat(left).isEmpty();
    }

    @Test
    void that_there_is_no_room_is_said_as_what_it_is() {
        assertThatThrownBy(() -> SpilledRows.in(directory.resolve("missing"))).isInstanceOf(ReadingInterrupted.class);
    }
}
