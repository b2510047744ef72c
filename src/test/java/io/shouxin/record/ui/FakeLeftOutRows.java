package io.shouxin.record.ui;

import io.shouxin.record.EndedRow;
import io.shouxin.record.LeaveOutReason;
import io.shouxin.record.LeftOutRow;
import io.shouxin.record.LeftOutRows;
import io.shouxin.record.RowPlace;
import io.shouxin.record.RowProblem;
import io.shouxin.shared.StateRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows 7 and 9 of the first sheet wait; a name mends a row. */
final class FakeLeftOutRows implements LeftOutRows {

    final List<RowPlace> open = new ArrayList<>(List.of(new RowPlace(0, 7), new RowPlace(0, 9)));
    final List<EndedRow> ended = new ArrayList<>();
    final List<List<String>> mended = new ArrayList<>();
    int erased;

    @Override
    public List<RowPlace> open(UUID importId) {
        return List.copyOf(open);
    }

    @Override
    public List<RowPlace> ofErased(UUID importId) {
        return java.util.stream.IntStream.range(0, erased)
                .mapToObj(row -> new RowPlace(0, 100 + row))
                .toList();
    }

    @Override
    public LeftOutRow get(UUID importId, RowPlace place) {
        @Nullable RowPlace next =
                open.stream().filter(each -> !each.equals(place)).findFirst().orElse(null);
        return new LeftOutRow(
                place,
                "一月",
                List.of(
                        new LeftOutRow.Cell("姓名", "NAME", "", List.of()),
                        new LeftOutRow.Cell("手机号", "PHONE", "138?", List.of("imports.problem.PHONE_UNREADABLE"))),
                List.of("imports.problem.NOBODY_IN_ROW"),
                next);
    }

    @Override
    public List<RowProblem> mend(UUID importId, RowPlace place, List<String> cells) {
        end(importId, place, null);
        if (cells.get(0).isEmpty()) {
            open.add(0, place);
            ended.clear();
            return List.of(new RowProblem(1, "PHONE_MASKED"), new RowProblem(RowProblem.WHOLE_ROW, "NOBODY_IN_ROW"));
        }
        mended.add(cells);
        return List.of();
    }

    @Override
    public void leaveOut(UUID importId, RowPlace place, LeaveOutReason reason) {
        end(importId, place, reason);
    }

    void end(UUID importId, RowPlace place, @Nullable LeaveOutReason reason) {
        if (!open.remove(place)) {
            throw new StateRefused("Row of import", importId, "ENDED", "settle");
        }
        ended.add(new EndedRow(place, "一月", reason, null, importId, Instant.parse("2026-11-01T02:30:00Z")));
    }

    @Override
    public List<EndedRow> ended(UUID importId) {
        return List.copyOf(ended);
    }
}
