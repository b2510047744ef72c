package io.shouxin.record;

import io.shouxin.record.imports.CategoryCatalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A concrete claim between the firm and a person. While it stands, limitation periods (strength C, docs/adr/0011) count for what
 * it concerns: one deal, or single records. It forbids nothing by itself.
 *
 * @param reference the firm's own number of the matter; never a name or a person's number
 * @param reviewOn when somebody must look again whether it is still open; no claim is without such a day
 * @param deal the deal it concerns, null where it concerns {@code records}
 */
public record OpenClaim(
        UUID id,
        UUID subjectId,
        UUID branchId,
        ClaimKind kind,
        ClaimSide side,
        String reference,
        LocalDate since,
        LocalDate reviewOn,
        @Nullable Deal deal,
        Set<UUID> records,
        Instant recordedAt,
        UUID recordedBy,
        @Nullable Instant endedAt,
        @Nullable UUID endedBy) {

    /** A deal of a person at the claim's branch; it has no number of its own. */
    public record Deal(
            DealType type,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate endedOn) {

        /** The deal that a record belongs to, null where it belongs to none. */
        public static @Nullable Deal of(HeldRecord record) {
            DealType type = record.dealType();
            return type == null ? null : new Deal(type, record.signedOn(), record.endedOn());
        }
    }

    public OpenClaim {
        records = Set.copyOf(records);
        if ((deal == null) == records.isEmpty()) {
            throw new IllegalArgumentException("Claim " + id + " concerns neither one deal nor records, or both");
        }
    }

    public boolean stands() {
        return endedAt == null;
    }

    /** Whether it could be proved with this record. What belongs to the person bears on each of their deals. */
    public boolean concerns(HeldRecord record) {
        if (!subjectId.equals(record.subjectId())) {
            return false;
        }
        return deal == null
                ? records.contains(record.id())
                : CategoryCatalogue.standard().isOfThePerson(record.category())
                        || (branchId.equals(record.branchId()) && Objects.equals(deal, Deal.of(record)));
    }
}
