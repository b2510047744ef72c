package io.shouxin.record.internal;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.record.RejectView;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Rows of a file by sheet, as the evidence log names them: {@code 7,9,12}, as many to a detail as fit. */
record RowNumbers(Map<Integer, SortedSet<Integer>> bySheet) {

    static RowNumbers of(Collection<RejectView> rejects) {
        return new RowNumbers(rejects.stream()
                .collect(Collectors.groupingBy(
                        RejectView::sheet,
                        TreeMap::new,
                        Collectors.mapping(RejectView::row, Collectors.toCollection(TreeSet::new)))));
    }

    EvidenceEvent.Builder note(EvidenceEvent.Builder event) {
        event.detail("rows", bySheet.values().stream().mapToInt(SortedSet::size).sum());
        bySheet.forEach((sheet, rows) -> event.numbers("sheet." + sheet + ".rows", rows));
        return event;
    }
}
