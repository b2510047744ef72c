package io.shouxin.record;

import io.shouxin.record.OpenClaim.Deal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim as it is written down.
 *
 * @param deal the deal it concerns, null where it concerns {@code records}
 * @param note what it is about, in words; kept under the person's key
 */
public record NewClaim(
        UUID subjectId,
        UUID branchId,
        ClaimKind kind,
        ClaimSide side,
        String reference,
        LocalDate since,
        LocalDate reviewOn,
        @Nullable Deal deal,
        Set<UUID> records,
        String note) {

    public NewClaim {
        records = Set.copyOf(records);
    }
}
