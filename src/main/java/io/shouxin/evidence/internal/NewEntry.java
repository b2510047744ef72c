package io.shouxin.evidence.internal;

import io.shouxin.evidence.EvidenceEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * An entry that is about to be written.
 *
 * @param at when it happened, to the microsecond, as the database keeps it
 */
record NewEntry(UUID id, Instant at, EvidenceEvent event) {}
