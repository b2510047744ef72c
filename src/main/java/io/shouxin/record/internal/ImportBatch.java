package io.shouxin.record.internal;

import io.shouxin.record.ContactForms;
import io.shouxin.record.NewRecord;
import io.shouxin.record.PossiblePairs.Pair;
import io.shouxin.record.imports.Identifier;
import io.shouxin.record.imports.IdentifierType;
import io.shouxin.record.imports.InterpretedRow;
import io.shouxin.record.imports.PersonDraft;
import io.shouxin.record.imports.Problem;
import io.shouxin.record.imports.ProblemCode;
import io.shouxin.record.imports.RecordDraft;
import io.shouxin.record.internal.ImportPlan.Doubt;
import io.shouxin.record.internal.ImportPlan.DraftGroup;
import io.shouxin.record.internal.ImportPlan.PlannedRow;
import io.shouxin.record.internal.ImportProblems.Finding;
import io.shouxin.record.internal.PersonMatcher.Identity;
import io.shouxin.shared.Masking;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.IndexEntry;
import io.shouxin.subject.SubjectKind;
import io.shouxin.subject.Subjects.Tie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What some rows of an import come to, before anything is written. */
final class ImportBatch {

    private static final Map<String, IdentifierKind> FILE_NUMBERS = Map.of(
            "CONTRACT_NUMBER", IdentifierKind.CONTRACT_NUMBER, "CUSTOMER_NUMBER", IdentifierKind.CUSTOMER_NUMBER);

    private final UUID importId;
    private final ImportPlan plan;
    private final int from;
    private final int to;
    private final List<ReadRow> rows = new ArrayList<>();

    final Map<UUID, SubjectKind> newPeople = new LinkedHashMap<>();
    final Set<Tie> ties = new LinkedHashSet<>();
    final List<NewRecord> records = new ArrayList<>();
    /** For each record, the person as the row named them. */
    final List<PersonDraft> owners = new ArrayList<>();

    final List<Finding> findings = new ArrayList<>();

    /** Who may be one person with whom, both on file when the batch is written. */
    final Set<Pair> pairs = new LinkedHashSet<>();

    private int people;
    private int peopleKnown;
    private int thirdParties;
    private int duplicates;
    private int rejected;
    private int warnings;

    /**
     * @param groups whom its drafts are, in their order
     * @param doubts who of them may be whom of the file
     */
    private record ReadRow(PlannedRow planned, InterpretedRow read, List<DraftGroup> groups, List<Doubt> doubts) {}

    /**
     * Reads and interprets the rows.
     *
     * @param from the first of them in the plan
     * @param to the one behind the last
     */
    ImportBatch(UUID importId, ImportPlan plan, int from, int to) {
        this.importId = importId;
        this.plan = plan;
        this.from = from;
        this.to = to;
        plan.rows(from, to).forEach(row -> {
            InterpretedRow read = plan.interpret(row);
            List<DraftGroup> groups = plan.groups(row, read);
            rows.add(new ReadRow(row, read, groups, plan.doubts(row, groups)));
        });
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    List<PlannedRow> planned() {
        return rows.stream().map(ReadRow::planned).toList();
    }

    /** To which branches its rows go. */
    Set<UUID> branches() {
        return rows.stream().map(row -> row.planned.branch().branch().id()).collect(Collectors.toSet());
    }

    /**
     * Decides every row and hands what comes of it to the register.
     *
     * @return what {@link #counts} and the evidence need: the id of each record, null where it was already there
     */
    List<@Nullable UUID> write(PersonMatcher matcher, ImportRegister register) {
        decide(matcher, register);
        register.create(newPeople);
        register.tie(ties);
        List<@Nullable UUID> stored = register.store(records, newPeople.keySet());
        register.index(index(stored));
        if (!pairs.isEmpty()) {
            register.doubt(importId, pairs);
        }
        return stored;
    }

    private void decide(PersonMatcher matcher, ImportRegister register) {
        Map<DraftGroup, ReadRow> firstRows = new LinkedHashMap<>();
        Map<DraftGroup, PersonDraft> firstDrafts = new HashMap<>();
        Map<DraftGroup, DraftGroup> clientOf = new HashMap<>();
        for (ReadRow row : rows) {
            for (int i = 0; i < row.groups.size(); i++) {
                PersonDraft draft = row.read.persons().get(i);
                DraftGroup group = row.groups.get(i);
                if (firstRows.putIfAbsent(group, row) == null) {
                    firstDrafts.put(group, draft);
                    if (draft.linkedTo() != null) {
                        clientOf.put(group, row.groups.get(0));
                    }
                }
            }
        }
        Set<DraftGroup> asked = new LinkedHashSet<>();
        rows.forEach(row -> row.doubts.stream()
                .map(Doubt::earlier)
                .filter(earlier -> !firstRows.containsKey(earlier))
                .forEach(asked::add));
        asked.addAll(firstRows.keySet());
        List<DraftGroup> groups = new ArrayList<>(asked);
        groups.sort((a, b) -> Boolean.compare(clientOf.containsKey(a), clientOf.containsKey(b)));
        Map<DraftGroup, Identity> identities = matcher.identify(
                register,
                plan,
                groups,
                clientOf,
                (group, subject) -> recordsOf(firstRows.get(group), firstDrafts.get(group), subject));
        Set<NewRecord> erasedEarlier = matcher.erasedEarlier(register, ofKnownPeople(identities));
        Set<DraftGroup> seen = new LinkedHashSet<>();
        rows.forEach(row -> decide(row, identities, erasedEarlier, seen));
    }

    private List<NewRecord> ofKnownPeople(Map<DraftGroup, Identity> identities) {
        List<NewRecord> of = new ArrayList<>();
        for (ReadRow row : rows) {
            for (int i = 0; i < row.groups.size(); i++) {
                Identity identity = identity(identities, row.groups.get(i));
                if (!identity.isNew() && identity.refusal() == null) {
                    of.addAll(recordsOf(row, row.read.persons().get(i), identity.subject()));
                }
            }
        }
        return of;
    }

    private void decide(
            ReadRow row, Map<DraftGroup, Identity> identities, Set<NewRecord> erasedEarlier, Set<DraftGroup> seen) {
        if (row.read.rejected()) {
            leaveOut(row, row.read.problems());
            return;
        }
        List<Problem> problems = new ArrayList<>(row.read.problems());
        Problem ofBranch = row.planned.branch().problem();
        if (ofBranch != null) {
            problems.add(ofBranch);
        }
        PersonDraft clientDraft = client(row);
        DraftGroup clientGroup = row.groups.get(0);
        Identity client = identity(identities, clientGroup);
        ProblemCode refusal = client.refusal();
        if (refusal != null) {
            leaveOut(row, List.of(Problem.ofRow(row.read.rowNumber(), refusal)));
            return;
        }
        boolean doubtful = row.doubts.stream()
                .anyMatch(doubt -> isAsked(doubt, identities)
                        && !identity(identities, doubt.earlier())
                                .subject()
                                .equals(identity(identities, doubt.later()).subject()));
        boolean erasedInPart = false;
        if (!isFirst(row, clientDraft, clientGroup, client)) {
            duplicates++;
        } else {
            people++;
            peopleKnown += client.isNew() ? 0 : 1;
            doubtful |= !client.possible().isEmpty();
        }
        for (int i = 0; i < row.groups.size(); i++) {
            PersonDraft draft = row.read.persons().get(i);
            DraftGroup group = row.groups.get(i);
            Identity identity = identity(identities, group);
            if (identity.refusal() != null) {
                problems.add(Problem.ofRow(row.read.rowNumber(), ProblemCode.THIRD_PARTY_LEFT_OUT));
                continue;
            }
            if (seen.add(group) && identity.isNew()) {
                newPeople.put(
                        identity.subject(), SubjectKind.valueOf(draft.role().name()));
            }
            if (draft != clientDraft) {
                boolean first = isFirst(row, draft, group, identity);
                thirdParties += first ? 1 : 0;
                doubtful |= first && !identity.possible().isEmpty();
                ties.add(new Tie(identity.subject(), client.subject()));
            }
            boolean inPart = false;
            for (NewRecord record : recordsOf(row, draft, identity.subject())) {
                if (erasedEarlier.contains(record)) {
                    inPart = true;
                    continue;
                }
                records.add(record);
                owners.add(draft);
            }
            if (inPart && draft == clientDraft) {
                erasedInPart = true;
            } else if (inPart) {
                problems.add(Problem.ofRow(row.read.rowNumber(), ProblemCode.THIRD_PARTY_LEFT_OUT));
            }
        }
        if (doubtful) {
            pair(row, identities);
            problems.add(Problem.ofRow(row.read.rowNumber(), ProblemCode.POSSIBLE_SAME_PERSON));
        }
        if (erasedInPart) {
            problems.add(0, Problem.ofRow(row.read.rowNumber(), ProblemCode.ERASED_EARLIER));
            leaveOut(row, problems);
            return;
        }
        sharedNumbers(row, identities, problems);
        warnings += problems.size();
        if (!problems.isEmpty()) {
            findings.add(new Finding(row.planned.sheet(), row.planned.row(), problems, false));
        }
    }

    /** Each number that too many people have is told once, in the row in which it first stands. */
    private void sharedNumbers(ReadRow row, Map<DraftGroup, Identity> identities, List<Problem> problems) {
        List<Set<String>> firstOnes = plan.firstPhones(row.planned, row.read);
        for (int i = 0; i < row.groups.size(); i++) {
            Map<String, Integer> shared =
                    identity(identities, row.groups.get(i)).shared();
            for (String phone : firstOnes.get(i)) {
                Integer people = shared.get(phone);
                if (people != null) {
                    problems.add(Problem.numberShared(row.read.rowNumber(), Masking.phone(phone), people));
                }
            }
        }
    }

    /**
     * Notes who in the row may be whom. A person of an earlier row of whom nothing is reliable, and who was found again word for word,
     * is not found a second time from here: such a pair is left out.
     */
    private void pair(ReadRow row, Map<DraftGroup, Identity> identities) {
        UUID branch = row.planned.branch().branch().id();
        for (Doubt doubt : row.doubts) {
            if (isAsked(doubt, identities)) {
                pair(identity(identities, doubt.earlier()), identity(identities, doubt.later()), branch);
            }
        }
        for (DraftGroup group : row.groups) {
            Identity identity = identity(identities, group);
            if (isWritten(identity)) {
                identity.possible().stream()
                        .filter(other -> !other.equals(identity.subject()))
                        .forEach(other -> pairs.add(new Pair(other, identity.subject(), branch)));
            }
        }
    }

    /** Whether two people of the file have more in common than a number that too many people on file have. */
    private static boolean isAsked(Doubt doubt, Map<DraftGroup, Identity> identities) {
        Map<String, Integer> shared = identity(identities, doubt.later()).shared();
        List<Identifier> earlier = doubt.earlier().identifiers();
        return shared.isEmpty()
                || doubt.later().identifiers().stream()
                        .filter(earlier::contains)
                        .anyMatch(common -> common.type() == IdentifierType.PHONE
                                ? !shared.containsKey(common.value())
                                : !common.reliable());
    }

    private void pair(Identity one, Identity other, UUID branch) {
        if (isWritten(one) && isWritten(other) && !one.subject().equals(other.subject())) {
            pairs.add(new Pair(one.subject(), other.subject(), branch));
        }
    }

    private boolean isWritten(Identity identity) {
        return identity.refusal() == null && (!identity.isNew() || newPeople.containsKey(identity.subject()));
    }

    private static PersonDraft client(ReadRow row) {
        return row.read.persons().get(0);
    }

    private static Identity identity(Map<DraftGroup, Identity> identities, DraftGroup group) {
        Identity identity = identities.get(group);
        if (identity == null) {
            throw new IllegalStateException("A person of the batch was not identified");
        }
        return identity;
    }

    /** Whether the person stands here for the first time in the whole file, its other sheets included. */
    private boolean isFirst(ReadRow row, PersonDraft draft, DraftGroup group, Identity identity) {
        Integer own = plan.ownSheet(identity.subject());
        boolean ofAnotherSheet = own != null && own != group.sheet();
        return !ofAnotherSheet
                && group.sheet() == row.planned.sheet()
                && group.firstRef().equals(draft.ref());
    }

    /** Keeps a row for somebody to look at that was not written, or not all of it. */
    private void leaveOut(ReadRow row, List<Problem> why) {
        rejected++;
        findings.add(new Finding(row.planned.sheet(), row.planned.row(), why, true));
    }

    private List<NewRecord> recordsOf(@Nullable ReadRow row, @Nullable PersonDraft draft, UUID subject) {
        if (row == null || draft == null) {
            return List.of();
        }
        List<NewRecord> of = new ArrayList<>();
        for (RecordDraft record : row.read.records()) {
            if (record.person().equals(draft.ref())) {
                of.add(new NewRecord(
                        subject,
                        row.planned.branch().branch().id(),
                        record.category(),
                        record.classification(),
                        record.dealType(),
                        record.signedOn(),
                        record.endedOn(),
                        record.lastContactOn(),
                        record.recordedOn(),
                        importId,
                        record.fields()));
            }
        }
        return of;
    }

    /** Each identifier is indexed with the record that holds it, so that both are erased together. */
    private List<IndexEntry> index(List<@Nullable UUID> stored) {
        List<IndexEntry> entries = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            UUID id = stored.get(i);
            if (id == null) {
                continue;
            }
            NewRecord record = records.get(i);
            for (Identifier identifier : owners.get(i).identifiers()) {
                boolean held = record.values().values().stream().anyMatch(identifier.value()::equalsIgnoreCase);
                String form = Identified.form(identifier);
                if (held && !form.isEmpty()) {
                    Identified.kind(identifier)
                            .ifPresent(kind -> entries.add(new IndexEntry(record.subjectId(), id, kind, form)));
                }
            }
            fileNumbers(record, id, entries);
        }
        return entries;
    }

    /** The firm's own numbers find people; they never tell the matcher who is whom, since lists number their rows anew. */
    private static void fileNumbers(NewRecord record, UUID id, List<IndexEntry> entries) {
        FILE_NUMBERS.forEach((field, kind) -> {
            String number = ContactForms.fileNumber(record.values().getOrDefault(field, ""));
            if (!number.isEmpty()) {
                entries.add(new IndexEntry(record.subjectId(), id, kind, number));
            }
        });
    }

    ImportJob.Counts counts(List<@Nullable UUID> stored) {
        int fresh = (int) stored.stream().filter(java.util.Objects::nonNull).count();
        return new ImportJob.Counts(
                people, peopleKnown, thirdParties, fresh, stored.size() - fresh, duplicates, rejected, warnings);
    }
}
