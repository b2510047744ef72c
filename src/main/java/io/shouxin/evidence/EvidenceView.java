package io.shouxin.evidence;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is stored.
 *
 * @param seq its place in the tree, or null for the second until it is sequenced
 * @param kind an {@link EvidenceKind}'s name; a text, so that a newer version's entries can still be read
 * @param actorKind an {@link io.shouxin.shared.Actor.Kind}'s name
 * @param commitments name to SHA-256 in hex
 */
public record EvidenceView(
        UUID id,
        @Nullable Long seq,
        Instant at,
        String kind,
        String actorKind,
        @Nullable UUID actorId,
        @Nullable UUID caseId,
        @Nullable UUID subjectId,
        @Nullable String targetType,
        @Nullable String targetId,
        @Nullable String outcome,
        Map<String, String> details,
        Map<String, String> commitments) {

    private static final int FORMAT = 1;

    /**
     * The text whose leaf hash is in the tree: canonical JSON (RFC 8785) of the members {@code v} (1), {@code id},
     * {@code at} (UTC, six digits of a second), {@code kind}, {@code actor} (kind, id), {@code case}, {@code subject},
     * {@code target} (type, id), {@code outcome}, {@code details}, {@code commitments}. What is absent is left out. The
     * place in the tree is not part of it.
     */
    public String canonicalJson() {
        Map<String, Object> entry = new TreeMap<>();
        entry.put("v", FORMAT);
        entry.put("id", id.toString());
        entry.put("at", Timestamps.format(at));
        entry.put("kind", kind);
        entry.put("actor", members("kind", actorKind, "id", actorId));
        put(entry, "case", caseId);
        put(entry, "subject", subjectId);
        Map<String, Object> target = members("type", targetType, "id", targetId);
        put(entry, "target", target.isEmpty() ? null : target);
        put(entry, "outcome", outcome);
        put(entry, "details", details.isEmpty() ? null : details);
        put(entry, "commitments", commitments.isEmpty() ? null : commitments);
        return CanonicalJson.write(entry);
    }

    /** The hash of this entry as a leaf of the tree. */
    public Hash leafHash() {
        return MerkleTree.leafHash(canonicalJson());
    }

    private static Map<String, Object> members(
            String first, @Nullable Object firstValue, String second, @Nullable Object secondValue) {
        Map<String, Object> members = new TreeMap<>();
        put(members, first, firstValue);
        put(members, second, secondValue);
        return members;
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value instanceof UUID ? value.toString() : value);
        }
    }
}
