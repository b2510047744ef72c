package io.shouxin.deadline;

import java.util.UUID;

/**
 * A share of a case's time is used up. Published once for each case and share, in the transaction that marks it sent.
 *
 * @param percent 50, 75, 90 or 100
 */
public record DeadlineWarning(UUID caseId, int percent) {}
