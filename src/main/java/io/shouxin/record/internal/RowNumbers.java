package io.shouxin.record.internal;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.record.RejectView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Rows of a file by sheet, as the evidence log names them: {@code 7,9,12}, as many to a detail as fit. */
record RowNumbers(Map<Integer, SortedSet<Integer>> bySheet) {

    private static final int TOGETHER = 20;

    static RowNumbers of(Collection<RejectView> rejects) {
        return new RowNumbers(rejects.stream()
                .collect(Collectors.groupingBy(
                        RejectView::sheet,
                        TreeMap::new,
                        Collectors.mapping(RejectView::row, Collectors.toCollection(TreeSet::new)))));
    }

    EvidenceEvent.Builder note(EvidenceEvent.Builder event) {
        event.detail("rows", bySheet.values().stream().mapToInt(SortedSet::size).sum());
        bySheet.forEach((sheet, rows) -> {
            List<Integer> all = List.copyOf(rows);
            for (int from = 0; from < all.size(); from += TOGETHER) {
                event.detail(
                        "sheet." + sheet + ".rows." + (from / TOGETHER + 1),
                        all.subList(from, Math.min(all.size(), from + TOGETHER)).stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(",")));
            }
        });
        return event;
    }
}
