package io.shouxin.record.internal;

import io.shouxin.record.NewRecord;
import io.shouxin.record.PossiblePairs;
import io.shouxin.record.PossiblePairs.Pair;
import io.shouxin.record.Records;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.IndexEntry;
import io.shouxin.subject.Subject;
import io.shouxin.subject.SubjectKind;
import io.shouxin.subject.Subjects;
import io.shouxin.subject.Subjects.Tie;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The firm's own people and records, in the caller's transaction. */
@Component
class FirmRegister implements ImportRegister {

    private final Subjects subjects;
    private final Records records;
    private final PossiblePairs doubts;

    FirmRegister(Subjects subjects, Records records, PossiblePairs doubts) {
        this.subjects = subjects;
        this.records = records;
        this.doubts = doubts;
    }

    /** One that starts with what the firm has now and writes nothing to it. */
    TrialRegister trial() {
        return new TrialRegister(subjects, records);
    }

    @Override
    public Map<String, Set<UUID>> byIdentifiers(IdentifierKind kind, Collection<String> normalised) {
        return subjects.byIdentifiers(kind, normalised);
    }

    @Override
    public Map<String, Set<UUID>> byIdentifiers(IdentifierKind kind, Collection<String> normalised, Set<UUID> among) {
        return subjects.byIdentifiers(kind, normalised, among);
    }

    @Override
    public Map<UUID, Set<UUID>> thirdParties(Collection<UUID> clients) {
        return subjects.thirdParties(clients);
    }

    @Override
    public Map<UUID, Subject> people(Collection<UUID> ids) {
        return subjects.lockAll(ids);
    }

    @Override
    public Set<UUID> having(IdentifierKind kind, Collection<UUID> people) {
        return subjects.having(kind, people);
    }

    @Override
    public List<Boolean> known(List<NewRecord> wanted) {
        return records.known(wanted);
    }

    @Override
    public void create(Map<UUID, SubjectKind> people) {
        subjects.createAll(people);
    }

    @Override
    public void tie(Collection<Tie> ties) {
        subjects.link(ties);
    }

    @Override
    public List<@Nullable UUID> store(List<NewRecord> wanted, Set<UUID> created) {
        return records.store(wanted, created);
    }

    @Override
    public void index(Collection<IndexEntry> entries) {
        subjects.index(entries);
    }

    @Override
    public Set<UUID> survivors(Collection<UUID> people) {
        return subjects.survivors(people);
    }

    @Override
    public void doubt(UUID importId, Collection<Pair> pairs) {
        doubts.found(importId, pairs);
    }
}
