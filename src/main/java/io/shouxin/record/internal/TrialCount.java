package io.shouxin.record.internal;

import io.shouxin.record.Category;
import io.shouxin.record.FindingPlace;
import io.shouxin.record.ImportColumn;
import io.shouxin.record.ImportFinding;
import io.shouxin.record.ImportTrial;
import io.shouxin.record.ImportTrial.FoundRows;
import io.shouxin.record.imports.Problem;
import io.shouxin.record.imports.ProblemCode;
import io.shouxin.record.internal.ImportProblems.Finding;
import io.shouxin.subject.SubjectKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds up what the batches of a dry run come to: figures, and places without values. */
final class TrialCount {

    private static final ImportJob.Counts NONE = new ImportJob.Counts(0, 0, 0, 0, 0, 0, 0, 0);

    private final Map<Category, Integer> categories = new EnumMap<>(Category.class);
    private final Map<String, Integer> newOthers = new HashMap<>();
    private final Map<Where, Integer> findings = new HashMap<>();
    private final Map<String, Rows> rows = new HashMap<>();
    private final List<Place> leftOut = new ArrayList<>();
    private final List<Place> doubtful = new ArrayList<>();
    private ImportJob.Counts counts = NONE;

    private record Where(String code, int sheet, @Nullable Integer column, List<String> arguments) {}

    private record Place(int sheet, int row, @Nullable Integer column, String code) {}

    private record Rows(int count, List<Place> first) {

        Rows with(Place row) {
            return new Rows(
                    count + 1,
                    first.size() < ImportTrial.FEW
                            ? Stream.concat(first.stream(), Stream.of(row)).toList()
                            : first);
        }
    }

    void add(ImportBatch batch, List<@Nullable UUID> stored) {
        counts = counts.plus(batch.counts(stored));
        for (int i = 0; i < stored.size(); i++) {
            if (stored.get(i) != null) {
                categories.merge(batch.records.get(i).category(), 1, Integer::sum);
            }
        }
        batch.newPeople.values().stream()
                .filter(kind -> kind != SubjectKind.CLIENT)
                .forEach(kind -> newOthers.merge(kind.name(), 1, Integer::sum));
        batch.findings.forEach(this::add);
    }

    private void add(Finding finding) {
        if (finding.leftOut()) {
            keep(leftOut, finding, problem -> true);
            return;
        }
        finding.problems()
                .forEach(problem -> findings.merge(
                        new Where(problem.code().name(), finding.sheet(), column(problem), problem.arguments()),
                        1,
                        Integer::sum));
        finding.problems().stream()
                .map(problem -> problem.code().name())
                .distinct()
                .forEach(code -> rows.merge(
                        code,
                        new Rows(
                                1,
                                List.of(new Place(finding.sheet(), finding.row().number(), null, code))),
                        (before, found) -> before.with(found.first().get(0))));
        keep(doubtful, finding, problem -> problem.code() == ProblemCode.POSSIBLE_SAME_PERSON);
    }

    private static void keep(List<Place> places, Finding finding, Predicate<Problem> wanted) {
        for (Problem problem : finding.problems()) {
            if (wanted.test(problem) && places.size() < ImportTrial.PLACES) {
                places.add(new Place(
                        finding.sheet(),
                        finding.row().number(),
                        column(problem),
                        problem.code().name()));
            }
        }
    }

    private static @Nullable Integer column(Problem problem) {
        return problem.column() == Problem.WHOLE_ROW ? null : problem.column();
    }

    /** @param columns what the file calls its columns */
    ImportTrial result(List<ImportColumn> columns) {
        ColumnNames names = new ColumnNames(columns);
        return new ImportTrial(
                counts.people(),
                counts.peopleKnown(),
                counts.thirdParties(),
                counts.records(),
                counts.recordsKnown(),
                counts.duplicates(),
                counts.rejected(),
                counts.warnings(),
                categories,
                newOthers,
                findings(names),
                rows(names),
                places(leftOut, names),
                places(doubtful, names));
    }

    private List<ImportFinding> findings(ColumnNames names) {
        Map<List<Object>, List<Map.Entry<Where, Integer>>> byCode = findings.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Where, Integer> each) ->
                                each.getKey().sheet())
                        .thenComparing(
                                each -> each.getKey().column(),
                                Comparator.nullsLast(Comparator.<Integer>naturalOrder())))
                .collect(Collectors.groupingBy(
                        each -> List.of(each.getKey().code(), each.getKey().arguments())));
        return byCode.entrySet().stream()
                .map(each -> new ImportFinding(
                        each.getValue().get(0).getKey().code(),
                        each.getValue().stream().mapToInt(Map.Entry::getValue).sum(),
                        each.getValue().stream()
                                .map(found -> names.column(
                                        found.getKey().sheet(), found.getKey().column()))
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList(),
                        each.getValue().get(0).getKey().arguments()))
                .sorted(Comparator.comparingInt(ImportFinding::count).reversed().thenComparing(ImportFinding::code))
                .toList();
    }

    private Map<String, FoundRows> rows(ColumnNames names) {
        return rows.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> new FoundRows(
                                each.getValue().count(), places(each.getValue().first(), names))));
    }

    private static List<FindingPlace> places(List<Place> places, ColumnNames names) {
        return places.stream()
                .map(place -> new FindingPlace(
                        names.sheet(place.sheet()),
                        place.row(),
                        names.column(place.sheet(), place.column()),
                        place.code()))
                .toList();
    }
}
