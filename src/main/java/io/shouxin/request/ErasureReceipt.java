package io.shouxin.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a system reported about the erasure of a case.
 *
 * @param verified whether a later count found nothing left; null before that count
 * @param verifiedAt when it was counted last
 */
public record ErasureReceipt(
        String system,
        int erased,
        int refused,
        List<UUID> destroyedKeys,
        Instant at,
        @Nullable Boolean verified,
        @Nullable Instant verifiedAt) {}
