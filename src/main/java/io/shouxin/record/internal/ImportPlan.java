package io.shouxin.record.internal;

import io.shouxin.record.imports.InterpretedRow;
import io.shouxin.record.imports.PersonDraft;
import io.shouxin.record.imports.PersonGroups;
import io.shouxin.record.imports.PersonKey;
import io.shouxin.record.imports.PersonRole;
import io.shouxin.record.imports.Problem;
import io.shouxin.record.imports.ProblemCode;
import io.shouxin.record.imports.RecordDraft;
import io.shouxin.record.imports.Row;
import io.shouxin.record.imports.RowInterpreter;
import io.shouxin.record.internal.ReadFile.ReadSheet;
import io.shouxin.record.internal.RowBranches.RowBranch;
import io.shouxin.shared.Sector;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an import will do: its rows in order, and who in them is the same person. It is the same whenever the same file is planned
 * again, so that an interrupted import goes on with the row it had reached.
 */
final class ImportPlan {

    private final List<PlannedRow> rows = new ArrayList<>();
    private final Map<Place, DraftGroup> groups = new HashMap<>();
    private final Map<UUID, DraftGroup> byOwnId = new HashMap<>();
    /** By sheet and the trade of the row's branch. */
    private final Map<Integer, Map<Sector, RowInterpreter>> interpreters = new HashMap<>();

    private final Map<Place, List<Doubt>> doubts = new HashMap<>();

    /** Two people of the file who may be one. */
    record Doubt(DraftGroup earlier, DraftGroup later) {}

    private record Place(int sheet, String ref) {}

    record PlannedRow(int sheet, Row row, RowBranch branch) {}

    /**
     * One person of the file.
     *
     * @param ownId the id that the person gets if nobody known is the same; made from the import and the place in the file
     * @param drafts how the rows name the person
     */
    record DraftGroup(int sheet, String firstRef, UUID ownId, List<PersonDraft> drafts) {

        PersonRole role() {
            return drafts.get(0).role();
        }

        boolean isStrong() {
            return drafts.stream()
                    .anyMatch(draft -> !PersonKey.strongKeys(draft).isEmpty());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof DraftGroup group && group.ownId.equals(ownId);
        }

        @Override
        public int hashCode() {
            return ownId.hashCode();
        }

        @Override
        public String toString() {
            return "DraftGroup[" + ownId + "]";
        }
    }

    /** @param asOf the day on which ages are counted */
    ImportPlan(UUID importId, ReadFile file, RowBranches branches, LocalDate asOf, boolean looked) {
        for (ReadSheet sheet : file.sheets()) {
            boolean usable = looked ? sheet.namesSomebody() : sheet.recognised();
            if (usable) {
                Map<Sector, RowInterpreter> bySector = new EnumMap<>(Sector.class);
                for (Sector sector : Sector.values()) {
                    bySector.put(sector, new RowInterpreter(sheet.map(), sector, asOf));
                }
                interpreters.put(sheet.number(), bySector);
            }
            List<PlannedRow> planned = sheet.dataRows().stream()
                    .map(row -> new PlannedRow(sheet.number(), row, branches.of(sheet.map(), row)))
                    .toList();
            rows.addAll(planned);
            if (usable) {
                group(importId, sheet.number(), planned);
            }
        }
    }

    private void group(UUID importId, int sheet, List<PlannedRow> planned) {
        Map<List<RecordDraft>, String> sameContent = new HashMap<>();
        Map<String, String> repeats = new HashMap<>();
        List<InterpretedRow> people = new ArrayList<>();
        for (PlannedRow row : planned) {
            InterpretedRow read = interpret(row);
            if (read.rejected()) {
                continue;
            }
            PersonDraft client = read.persons().get(0);
            if (PersonKey.strongKeys(client).isEmpty()) {
                String earlier = sameContent.putIfAbsent(contentOf(read, client), client.ref());
                if (earlier != null) {
                    repeats.put(client.ref(), earlier);
                }
            }
            people.add(new InterpretedRow(read.rowNumber(), read.persons(), List.of(), List.of()));
        }
        PersonGroups found = PersonGroups.of(people);
        for (List<PersonDraft> drafts : found.people()) {
            String firstRef = drafts.get(0).ref();
            Place repeated = new Place(sheet, repeats.getOrDefault(firstRef, firstRef));
            DraftGroup group = groups.get(repeated);
            if (group == null) {
                group = new DraftGroup(sheet, firstRef, ownId(importId, sheet, firstRef), drafts);
                byOwnId.put(group.ownId(), group);
            }
            for (PersonDraft draft : drafts) {
                groups.put(new Place(sheet, draft.ref()), group);
            }
        }
        found.doubts()
                .forEach(doubt -> doubts.computeIfAbsent(
                                new Place(sheet, String.valueOf(doubt.problem().row())), row -> new ArrayList<>(1))
                        .add(new Doubt(group(sheet, doubt.earlier()), group(sheet, doubt.later()))));
    }

    /** A row that repeats every word of an earlier one is the same person, whatever it says. */
    private static List<RecordDraft> contentOf(InterpretedRow row, PersonDraft client) {
        return row.records().stream()
                .map(record -> new RecordDraft(
                        record.person().equals(client.ref())
                                ? "CLIENT"
                                : record.person().replaceFirst("^\\d+:", ""),
                        record.category(),
                        record.classification(),
                        record.fields(),
                        record.dealType(),
                        record.signedOn(),
                        record.endedOn(),
                        record.lastContactOn(),
                        record.recordedOn()))
                .toList();
    }

    private static UUID ownId(UUID importId, int sheet, String ref) {
        return UUID.nameUUIDFromBytes(
                ("import:" + importId + ":" + sheet + ":" + ref).getBytes(StandardCharsets.UTF_8));
    }

    int size() {
        return rows.size();
    }

    List<PlannedRow> rows(int from, int to) {
        return rows.subList(from, Math.min(to, rows.size()));
    }

    InterpretedRow interpret(PlannedRow planned) {
        RowInterpreter interpreter = interpreters
                .getOrDefault(planned.sheet(), Map.of())
                .get(planned.branch().branch().sector());
        if (interpreter == null) {
            int number = planned.row().number();
            return new InterpretedRow(
                    number, List.of(), List.of(), List.of(Problem.ofRow(number, ProblemCode.SHEET_NOT_RECOGNISED)));
        }
        return interpreter.interpret(planned.row());
    }

    /** Who in the row may be a person of an earlier row, kept apart. */
    List<Doubt> doubts(PlannedRow planned) {
        return doubts.getOrDefault(
                new Place(planned.sheet(), String.valueOf(planned.row().number())), List.of());
    }

    DraftGroup group(int sheet, PersonDraft draft) {
        DraftGroup group = groups.get(new Place(sheet, draft.ref()));
        if (group == null) {
            throw new IllegalStateException("A draft without a group");
        }
        return group;
    }

    /** The person of this file who would have this id, or null. */
    @Nullable DraftGroup own(UUID id) {
        return byOwnId.get(id);
    }
}
