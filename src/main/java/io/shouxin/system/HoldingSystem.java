package io.shouxin.system;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A system that holds records of the firm. The built-in vault is the first; others (a CRM, a mail list) implement the same
 * interface.
 */
public interface HoldingSystem {

    /** Short and stable, e.g. {@code vault}; its label is the text {@code system.<id>}. */
    String id();

    /** Which of these records it holds. */
    Set<UUID> holds(Set<UUID> records);

    /**
     * Erases, or answers what an earlier call with the same key did.
     *
     * @param order what to erase; its key makes a repeated call harmless
     */
    Receipt erase(EraseOrder order);

    /** What became of an order that may have been sent: empty if this system never saw it. */
    Optional<Receipt> receipt(String key);

    /** How many of these records, or anything that belongs to them, are still there. */
    int remaining(Set<UUID> records);

    /**
     * @param records what to erase, by the person whose they are
     * @param anonymised those of them that stay in a count which holds nothing about a person, raised with the erasure
     */
    record EraseOrder(String key, UUID caseId, Map<UUID, Set<UUID>> records, Set<UUID> anonymised) {

        public EraseOrder(String key, UUID caseId, Wanted wanted) {
            this(key, caseId, wanted.records(), wanted.anonymised());
        }
    }

    /** What is to go, and what of it stays in a count; see {@link EraseOrder}. */
    record Wanted(Map<UUID, Set<UUID>> records, Set<UUID> anonymised) {}

    /**
     * @param erased number of records that are gone
     * @param refused number of records that a hold kept
     * @param destroyedKeys ids of destroyed data keys
     */
    record Receipt(int erased, int refused, List<UUID> destroyedKeys, Instant at) {}
}
