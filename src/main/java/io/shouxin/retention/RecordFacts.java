package io.shouxin.retention;

import io.shouxin.platform.Firms;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.Hold;
import io.shouxin.record.HoldKind;
import io.shouxin.record.OpenClaim;
import io.shouxin.record.imports.CategoryCatalogue;
import io.shouxin.shared.Sector;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the registers say of a record, as the decider asks it: one reading for requests, previews and sweeps. */
public final class RecordFacts {

    private final Map<UUID, Sector> sectors;
    private final String jurisdiction;

    private RecordFacts(Map<UUID, Sector> sectors, String jurisdiction) {
        this.sectors = sectors;
        this.jurisdiction = jurisdiction;
    }

    public static RecordFacts of(Firms firms) {
        return new RecordFacts(
                firms.branches().stream().collect(Collectors.toMap(branch -> branch.id(), branch -> branch.sector())),
                firms.firm().jurisdiction());
    }

    /** The deals that these records belong to, each once. */
    public List<DealFacts> deals(Collection<HeldRecord> records) {
        return records.stream()
                .filter(record -> record.dealType() != null)
                .map(this::deal)
                .distinct()
                .toList();
    }

    /**
     * @param deals every deal of the person, which bear on what belongs to the person and not to one deal
     * @param standing holds that stand against the person
     * @param open claims of the person that have not ended
     * @param kept that an earlier case keeps it
     */
    public RetentionFacts of(
            HeldRecord record,
            List<DealFacts> deals,
            List<Hold> standing,
            List<OpenClaim> open,
            RetentionFacts.@Nullable Kept kept) {
        Optional<Hold> seal = standing.stream()
                .filter(hold -> hold.kind() == HoldKind.SEAL && hold.covers(record))
                .findFirst();
        return new RetentionFacts(
                record.id(),
                record.category().name(),
                record.classification().name(),
                jurisdiction,
                deal(record),
                CategoryCatalogue.standard().isOfThePerson(record.category()) ? deals : List.of(),
                record.recordedOn(),
                record.lastContactOn(),
                seal.isPresent(),
                seal.map(Hold::reference).orElse(null),
                claim(record, open),
                kept);
    }

    /** The longest that an earlier case stores this record. */
    public static RetentionFacts.@Nullable Kept kept(HeldRecord record, List<Hold> standing) {
        return standing.stream()
                .filter(hold -> hold.kind() == HoldKind.STORAGE_ONLY && hold.covers(record))
                .filter(hold -> hold.until() != null && hold.reference() != null)
                .map(hold -> new RetentionFacts.Kept(hold.until(), hold.reference()))
                .max(Comparator.comparing(RetentionFacts.Kept::until))
                .orElse(null);
    }

    /** Of several claims the one that is looked at again last, since the record is needed that long. */
    private static RetentionFacts.@Nullable Claim claim(HeldRecord record, List<OpenClaim> open) {
        return open.stream()
                .filter(claim -> claim.concerns(record))
                .max(Comparator.comparing(OpenClaim::reviewOn))
                .map(claim -> new RetentionFacts.Claim(
                        "ClaimKind." + claim.kind().name(), claim.reference(), claim.reviewOn()))
                .orElse(null);
    }

    private DealFacts deal(HeldRecord record) {
        Sector sector = Objects.requireNonNull(sectors.get(record.branchId()));
        io.shouxin.record.DealType type = record.dealType();
        return new DealFacts(
                sector, DealType.of(type == null ? null : type.name()), record.signedOn(), record.endedOn(), false);
    }
}
