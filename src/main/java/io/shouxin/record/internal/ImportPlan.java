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
import io.shouxin.shared.Sector;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Map<Integer, RowInterpreter> interpreters = new HashMap<>();
    private final Set<Place> doubtful = new HashSet<>();

    private record Place(int sheet, String ref) {}

    record PlannedRow(int sheet, Row row) {}

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
    ImportPlan(UUID importId, ReadFile file, Sector firmSector, LocalDate asOf, boolean looked) {
        for (ReadSheet sheet : file.sheets()) {
            boolean usable = looked ? sheet.namesSomebody() : sheet.recognised();
            if (usable) {
                interpreters.put(sheet.number(), new RowInterpreter(sheet.map(), firmSector, asOf));
            }
            sheet.dataRows().forEach(row -> rows.add(new PlannedRow(sheet.number(), row)));
        }
        for (ReadSheet sheet : file.sheets()) {
            group(importId, sheet);
        }
    }

    private void group(UUID importId, ReadSheet sheet) {
        RowInterpreter interpreter = interpreters.get(sheet.number());
        if (interpreter == null) {
            return;
        }
        Map<List<RecordDraft>, String> sameContent = new HashMap<>();
        Map<String, String> repeats = new HashMap<>();
        List<InterpretedRow> people = new ArrayList<>();
        for (Row row : sheet.dataRows()) {
            InterpretedRow read = interpreter.interpret(row);
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
            Place repeated = new Place(sheet.number(), repeats.getOrDefault(firstRef, firstRef));
            DraftGroup group = groups.get(repeated);
            if (group == null) {
                group = new DraftGroup(sheet.number(), firstRef, ownId(importId, sheet.number(), firstRef), drafts);
                byOwnId.put(group.ownId(), group);
            }
            for (PersonDraft draft : drafts) {
                groups.put(new Place(sheet.number(), draft.ref()), group);
            }
        }
        found.doubts()
                .forEach(doubt -> doubtful.add(
                        new Place(sheet.number(), String.valueOf(doubt.problem().row()))));
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
        RowInterpreter interpreter = interpreters.get(planned.sheet());
        if (interpreter == null) {
            int number = planned.row().number();
            return new InterpretedRow(
                    number, List.of(), List.of(), List.of(Problem.ofRow(number, ProblemCode.SHEET_NOT_RECOGNISED)));
        }
        return interpreter.interpret(planned.row());
    }

    /** Whether somebody in the row may be a person of an earlier row, kept apart. */
    boolean isDoubtful(PlannedRow planned) {
        return doubtful.contains(
                new Place(planned.sheet(), String.valueOf(planned.row().number())));
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
