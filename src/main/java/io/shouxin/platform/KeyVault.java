package io.shouxin.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Gives out, replaces and destroys data keys. Wrapped keys lie in a schema of their own; the key that wraps them lies
 * outside the database and is changed in epochs (docs/adr/0005).
 */
public interface KeyVault {

    /** The live key of the scope; made now if there is none. */
    DataKey open(KeyScope scope);

    /** The live key of the scope, or none if none was made or it was destroyed. */
    Optional<DataKey> find(KeyScope scope);

    /** As {@link #open} for many scopes of one kind, in two statements. */
    Map<UUID, DataKey> openAll(KeyScope.Kind kind, Collection<UUID> scopes);

    /** As {@link #find} for many scopes of one kind. */
    Map<UUID, DataKey> findAll(KeyScope.Kind kind, Collection<UUID> scopes);

    /** Destroys the live key of the scope; whatever it protected can no longer be read. */
    Optional<Destroyed> destroy(KeyScope scope);

    /** As {@link #destroy} for many scopes of one kind; those without a live key are not in the answer. */
    Map<UUID, Destroyed> destroyAll(KeyScope.Kind kind, Collection<UUID> scopes);

    /**
     * Puts a new key in place of the live one and destroys the old. The caller, in the same transaction, writes again with
     * the new key what is to be kept; what is not written again is lost for good.
     */
    Replacement replace(KeyScope scope);

    /** From this day, no backup within the backup window can bring back what was destroyed on the given day. */
    LocalDate backupsUnreadableFrom(Instant destroyedAt);

    /** The day on which the wrapping key under which a key lay that was destroyed then is replaced, or was. */
    LocalDate wrappingKeyEndsOn(Instant destroyedAt);

    /** Whose each of these keys was and when it was destroyed; those that live are not in the answer. */
    Map<UUID, Ended> ended(Collection<UUID> keyIds);

    /** Changes the wrapping key: rewraps every live key and plans the destruction of the old epoch. */
    void beginNewEpoch();

    /** Whose a destroyed key was, and when it was destroyed. */
    record Ended(UUID scopeId, Instant at) {

        /**
         * Whether each of these scopes has lost a key. Scopes are compared, not numbers of keys: an erasure in two attempts destroys
         * two keys of one person and may leave that of another, which a seal keeps, and with it whatever earlier backups hold of them.
         */
        public static boolean ofAll(Collection<UUID> scopes, Collection<Ended> ended) {
            return ended.stream()
                    .map(Ended::scopeId)
                    .collect(Collectors.toSet())
                    .containsAll(scopes);
        }
    }

    record Destroyed(UUID keyId, Instant at) {}

    record Replacement(DataKey fresh, DataKey old, Destroyed destroyed) {}
}
