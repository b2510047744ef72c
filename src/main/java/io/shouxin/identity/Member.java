package io.shouxin.identity;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member of the firm as its administrators see them.
 *
 * @param version counts the changes of the account: who changes it names the one they have seen
 * @param startPasswordUntil until when the start password can be replaced; null where the person has a password of their own
 * @param pledgedOn when they pledged confidentiality on joining
 * @param pledgedLeavingOn when they pledged it once more on leaving
 * @param absence the present or next one
 */
public record Member(
        StaffAccount account,
        int version,
        Instant createdAt,
        @Nullable Instant startPasswordUntil,
        @Nullable Instant leftAt,
        @Nullable LocalDate pledgedOn,
        @Nullable LocalDate pledgedLeavingOn,
        @Nullable Absence absence) {}
