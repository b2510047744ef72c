package io.shouxin.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A need and the papers of which any one shows it. */
public record AskedNeed(Need need, List<AskedPaper> oneOf) {

    public AskedNeed {
        oneOf = List.copyOf(oneOf);
    }

    /** The rows of the table by what they show, in the table's order. */
    public static List<AskedNeed> of(List<AskedPaper> rows) {
        Map<Need, List<AskedPaper>> byNeed = new LinkedHashMap<>();
        rows.forEach(row ->
                byNeed.computeIfAbsent(row.need(), need -> new ArrayList<>()).add(row));
        return byNeed.entrySet().stream()
                .map(each -> new AskedNeed(each.getKey(), each.getValue()))
                .toList();
    }

    /** Whether one of the papers shows it. */
    public boolean isMetBy(java.util.Collection<Paper> papers) {
        return oneOf.stream().anyMatch(asked -> papers.contains(asked.paper()));
    }
}
