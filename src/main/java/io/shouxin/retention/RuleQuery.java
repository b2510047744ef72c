package io.shouxin.retention;

import io.shouxin.shared.Sector;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The inputs of the retention table for one record and one deal. */
public record RuleQuery(
        String category,
        Sector sector,
        DealType dealType,
        String classification,
        @Nullable LocalDate endedOn,
        boolean contractRunning,
        boolean sealed,
        String jurisdiction) {}
