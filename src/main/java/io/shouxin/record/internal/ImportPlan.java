package io.shouxin.record.internal;

import io.shouxin.record.imports.ColumnMap;
import io.shouxin.record.imports.Identifier;
import io.shouxin.record.imports.IdentifierType;
import io.shouxin.record.imports.InterpretedRow;
import io.shouxin.record.imports.PersonDraft;
import io.shouxin.record.imports.PersonGroups;
import io.shouxin.record.imports.PersonRole;
import io.shouxin.record.imports.PersonSummary;
import io.shouxin.record.imports.Problem;
import io.shouxin.record.imports.ProblemCode;
import io.shouxin.record.imports.Row;
import io.shouxin.record.imports.RowInterpreter;
import io.shouxin.record.imports.RowMark;
import io.shouxin.record.imports.Severity;
import io.shouxin.record.internal.ReadFile.ReadSheet;
import io.shouxin.record.internal.RowBranches.RowBranch;
import io.shouxin.shared.Sector;
import io.shouxin.subject.IdentifierKind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an import will do: its rows in order, and who in them is the same person. It is the same whenever the same file is planned
 * again, so that an interrupted import goes on with the row it had reached.
 *
 * <p>How rows flow: the upload is read once, row by row, into {@link SpilledRows}; a sample of each sheet tells its columns
 * ({@link ReadFile}). The plan goes through the rows once to find the people of the list ({@link PersonGroups}), and once more through
 * those rows whose people stand in several or may be a person of a later one, to know by what such a person may be found. It keeps a few
 * bytes a row and a pair in doubt and a hundred for each such person, never a cell. Batches then take their rows from the spill, interpret
 * them, match and write them.
 */
final class ImportPlan {

    private static final int NO_ROW = -1;

    private final SpilledRows rows;
    /** Where each row of the plan lies among the rows of the file. */
    private final int[] places;

    private final List<PlannedSheet> sheets = new ArrayList<>();
    private final RowBranches branches;

    /** Two people of the file who may be one. */
    record Doubt(DraftGroup earlier, DraftGroup later) {}

    /** @param index which row of the plan it is */
    record PlannedRow(int sheet, Row row, RowBranch branch, int index) {}

    private record PhoneOf(PersonRole role, String phone) {}

    private final int sharedBy;
    /** The phones that more people of the list have: a shop's own, an agent's; there are few of them. */
    private final Map<PhoneOf, Integer> shared = new HashMap<>();

    /**
     * One person of the file.
     *
     * @param ownId the id that the person gets if nobody known is the same; made from the import and the place in the file
     * @param summary what the rows that name the person say of who it is
     * @param identified by what the person is looked up
     */
    record DraftGroup(int sheet, UUID ownId, PersonSummary summary, Map<IdentifierKind, Set<String>> identified) {

        DraftGroup(int sheet, UUID ownId, PersonSummary summary) {
            this(sheet, ownId, summary, Identified.of(summary.identifiers()));
        }

        String firstRef() {
            return summary.firstRef();
        }

        PersonRole role() {
            return summary.role();
        }

        boolean isStrong() {
            return summary.strong();
        }

        List<Identifier> identifiers() {
            return summary.identifiers();
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

    /**
     * @param asOf the day on which ages are counted
     * @param sharedBy how many people may have one phone before it is no sign any more that two of them are one
     */
    ImportPlan(
            UUID importId,
            ReadFile file,
            SpilledRows rows,
            RowBranches branches,
            LocalDate asOf,
            boolean looked,
            int sharedBy) {
        this.sharedBy = sharedBy;
        this.rows = rows;
        this.branches = branches;
        int[] found = new int[rows.size()];
        int size = 0;
        int next = 0;
        for (ReadSheet sheet : file.sheets()) {
            boolean usable = looked ? sheet.namesSomebody() : sheet.recognised();
            PlannedSheet planned = new PlannedSheet(importId, sheet, usable, size, asOf);
            for (int end = next + sheet.rows(); next < end; next++) {
                Row row = rows.row(next);
                if (sheet.map().isData(row)) {
                    found[size] = next;
                    planned.add(row, size++);
                }
            }
            sheets.add(planned);
        }
        this.places = Arrays.copyOf(found, size);
        sheets.forEach(PlannedSheet::group);
    }

    /** One sheet of the file: how its rows are read, and who in them is the same person. */
    private final class PlannedSheet {

        private final UUID importId;
        private final int number;
        private final ColumnMap map;
        private final int first;
        private int end;
        /** The first row of which a cell is merged with one above. */
        private int merged = NO_ROW;
        /** By the trade of the row's branch; none where nobody can be told from the sheet. */
        private final Map<Sector, RowInterpreter> interpreters = new EnumMap<>(Sector.class);

        private final PersonGroups groups = new PersonGroups(sharedBy);
        /** Of people whom a later row needs, by their first draft. */
        private final Map<Integer, byte[]> summaries = new HashMap<>();
        /** The first half of the own id of each draft until the people are known; of each person then, sorted. */
        private long[] ownIds = {};

        private int drafts;

        private PlannedSheet(UUID importId, ReadSheet sheet, boolean usable, int first, LocalDate asOf) {
            this.importId = importId;
            this.number = sheet.number();
            this.map = sheet.map();
            this.first = first;
            this.end = first;
            for (Sector sector : usable ? Sector.values() : new Sector[0]) {
                interpreters.put(sector, new RowInterpreter(map, sector, asOf));
            }
        }

        /** The next row of data, which is this one of the plan. */
        private void add(Row row, int index) {
            end = index + 1;
            if (merged == NO_ROW && row.merged()) {
                merged = index;
            }
            if (interpreters.isEmpty()) {
                return;
            }
            InterpretedRow read = interpret(planned(row, index));
            groups.add(read);
            for (PersonDraft person : read.persons()) {
                ownIds = drafts == ownIds.length ? Arrays.copyOf(ownIds, drafts * 2 + 16) : ownIds;
                ownIds[drafts++] = ownId(person.ref()).getMostSignificantBits();
            }
        }

        private void group() {
            if (interpreters.isEmpty()) {
                return;
            }
            groups.join();
            ownIds = firstOnes(ownIds, drafts);
            for (int i = first; i < end; i++) {
                summarise(i);
                noteShared(i);
            }
        }

        private void noteShared(int index) {
            int firstDraft = groups.firstDraft(index - first);
            int after = groups.firstDraft(index - first + 1);
            boolean any = false;
            for (int draft = firstDraft; draft < after; draft++) {
                any |= groups.hasShared(draft);
            }
            if (any) {
                List<PersonDraft> persons = interpret(row(index)).persons();
                for (int i = 0; i < persons.size(); i++) {
                    List<String> phones = phones(persons.get(i));
                    for (int place = 0; place < phones.size(); place++) {
                        int people = groups.sharers(firstDraft + i, place);
                        if (people > 0) {
                            shared.merge(new PhoneOf(persons.get(i).role(), phones.get(place)), people, Math::max);
                        }
                    }
                }
            }
        }

        private Set<String> firstPhones(int draft, PersonDraft person) {
            Set<String> firstOnes = new LinkedHashSet<>();
            List<String> phones = phones(person);
            for (int place = 0; place < phones.size(); place++) {
                if (groups.isFirstPhone(draft, place)) {
                    firstOnes.add(phones.get(place));
                }
            }
            return firstOnes;
        }

        private long[] firstOnes(long[] ids, int drafts) {
            int people = 0;
            for (int i = 0; i < drafts; i++) {
                if (groups.person(i) == i) {
                    ids[people++] = ids[i];
                }
            }
            long[] sorted = Arrays.copyOf(ids, people);
            Arrays.sort(sorted);
            return sorted;
        }

        private void summarise(int index) {
            int firstDraft = groups.firstDraft(index - first);
            int after = groups.firstDraft(index - first + 1);
            boolean needed = false;
            for (int draft = firstDraft; draft < after; draft++) {
                needed |= groups.isNeededLater(draft);
            }
            if (!needed) {
                return;
            }
            List<PersonDraft> persons = interpret(row(index)).persons();
            for (int draft = firstDraft; draft < after; draft++) {
                if (groups.isNeededLater(draft)) {
                    PersonSummary summary = PersonSummary.of(persons.get(draft - firstDraft));
                    byte[] before = summaries.get(groups.person(draft));
                    PersonSummary all = before == null
                            ? summary
                            : PersonSummary.unpacked(before).and(summary);
                    summaries.put(groups.person(draft), all.packed());
                }
            }
        }

        private PlannedRow row(int index) {
            return planned(rows.row(places[index]), index);
        }

        private PlannedRow planned(Row row, int index) {
            return new PlannedRow(number, row, branches.of(map, row), index);
        }

        private InterpretedRow interpret(PlannedRow planned) {
            Problem ofBranch = planned.branch().problem();
            if (ofBranch != null && ofBranch.severity() == Severity.REJECT) {
                return new InterpretedRow(planned.row().number(), List.of(), List.of(), List.of(ofBranch));
            }
            RowInterpreter interpreter =
                    interpreters.get(planned.branch().branch().sector());
            if (interpreter == null) {
                int line = planned.row().number();
                return new InterpretedRow(
                        line, List.of(), List.of(), List.of(Problem.ofRow(line, ProblemCode.SHEET_NOT_RECOGNISED)));
            }
            InterpretedRow read = interpreter.interpret(planned.row());
            if (planned.index() != merged) {
                return read;
            }
            List<Problem> problems = new ArrayList<>(read.problems());
            problems.add(Problem.ofRow(read.rowNumber(), ProblemCode.CELLS_MERGED));
            return new InterpretedRow(read.rowNumber(), read.persons(), read.records(), problems);
        }

        private DraftGroup group(int draft, PersonDraft person) {
            byte[] packed = summaries.get(groups.person(draft));
            return group(packed == null ? PersonSummary.of(person) : PersonSummary.unpacked(packed));
        }

        private DraftGroup group(PersonSummary summary) {
            return new DraftGroup(number, ownId(summary.firstRef()), summary);
        }

        private DraftGroup neededLater(int draft) {
            byte[] packed = summaries.get(groups.person(draft));
            if (packed == null) {
                throw new IllegalStateException("A person in doubt of whom nothing was kept");
            }
            return group(PersonSummary.unpacked(packed));
        }

        private boolean owns(UUID id) {
            return Arrays.binarySearch(ownIds, id.getMostSignificantBits()) >= 0;
        }

        private UUID ownId(String ref) {
            return UUID.nameUUIDFromBytes(
                    ("import:" + importId + ":" + number + ":" + ref).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<String> phones(PersonDraft person) {
        return person.values(IdentifierType.PHONE).stream().distinct().toList();
    }

    /** How many people may have one phone before it is no sign any more that two of them are one. */
    int sharedBy() {
        return sharedBy;
    }

    /** How many people of a role the list gives this phone; 0 where they are not too many. */
    int sharers(PersonRole role, String phone) {
        return shared.getOrDefault(new PhoneOf(role, phone), 0);
    }

    /** Of each person of a row, in the order of its drafts, the phones that stand in it first of the sheet. */
    List<Set<String>> firstPhones(PlannedRow planned, InterpretedRow read) {
        PlannedSheet sheet = sheets.get(planned.sheet());
        List<Set<String>> firstOnes = new ArrayList<>();
        for (PersonDraft person : read.persons()) {
            firstOnes.add(sheet.firstPhones(
                    sheet.groups.firstDraft(planned.index() - sheet.first) + firstOnes.size(), person));
        }
        return firstOnes;
    }

    /** Where the row stood when an earlier import left it out. */
    Optional<RowMark> mark(PlannedRow planned) {
        return sheets.get(planned.sheet())
                .map
                .find(RowMark.FIELD)
                .flatMap(column -> RowMark.of(planned.row().cell(column.index()).text()));
    }

    int size() {
        return places.length;
    }

    /** Rows are read as they are asked for: somebody who keeps the list keeps the rows. */
    List<PlannedRow> rows(int from, int to) {
        List<PlannedRow> wanted = new ArrayList<>();
        for (int i = from; i < Math.min(to, places.length); i++) {
            wanted.add(sheetOf(i).row(i));
        }
        return wanted;
    }

    /** Where a batch ends: with its sheet at the latest, so that people of an earlier sheet are written when a later one is matched. */
    int batchEnd(int from, int mostRows) {
        return Math.min(from + mostRows, sheetOf(from).end);
    }

    private PlannedSheet sheetOf(int index) {
        for (PlannedSheet sheet : sheets) {
            if (index < sheet.end) {
                return sheet;
            }
        }
        throw new IllegalArgumentException("No row " + index);
    }

    InterpretedRow interpret(PlannedRow planned) {
        return sheets.get(planned.sheet()).interpret(planned);
    }

    /** The people of a row, in the order of its drafts. */
    List<DraftGroup> groups(PlannedRow planned, InterpretedRow read) {
        PlannedSheet sheet = sheets.get(planned.sheet());
        List<DraftGroup> people = new ArrayList<>();
        for (PersonDraft person : read.persons()) {
            people.add(sheet.group(sheet.groups.firstDraft(planned.index() - sheet.first) + people.size(), person));
        }
        return people;
    }

    /**
     * Who in a row may be a person whom the file named before, kept apart.
     *
     * @param people those of the row, in the order of its drafts
     */
    List<Doubt> doubts(PlannedRow planned, List<DraftGroup> people) {
        PlannedSheet sheet = sheets.get(planned.sheet());
        int row = planned.index() - sheet.first;
        int firstDraft = sheet.groups.firstDraft(row);
        return sheet.groups.doubts(row).stream()
                .map(doubt -> new Doubt(sheet.neededLater(doubt.earlier()), people.get(doubt.later() - firstDraft)))
                .toList();
    }

    /** The sheet of the person of this file who would have this id, or null. */
    @Nullable Integer ownSheet(UUID id) {
        for (PlannedSheet sheet : sheets) {
            if (sheet.owns(id)) {
                return sheet.number;
            }
        }
        return null;
    }
}
