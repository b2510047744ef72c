package io.shouxin.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was read in the running transaction and stays as it is until its end. Nothing outlives the transaction, so no node ever
 * decides from what it remembers; outside a transaction nothing is remembered at all.
 */
public final class TransactionMemory<K, V> {

    public Optional<V> find(K key) {
        Map<K, V> known = known();
        return known == null ? Optional.empty() : Optional.ofNullable(known.get(key));
    }

    public void keep(K key, V value) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || !TransactionSynchronizationManager.isActualTransactionActive()) {
            return;
        }
        Map<K, V> known = known();
        if (known == null) {
            known = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, known);
            TransactionSynchronizationManager.registerSynchronization(new UntilTheEnd(known));
        }
        known.put(key, value);
    }

    public void forget(K key) {
        Map<K, V> known = known();
        if (known != null) {
            known.remove(key);
        }
    }

    @SuppressWarnings("unchecked")
    private @Nullable Map<K, V> known() {
        return (Map<K, V>) TransactionSynchronizationManager.getResource(this);
    }

    /** A transaction of its own in between starts with nothing and leaves nothing behind. */
    private final class UntilTheEnd implements TransactionSynchronization {

        private final Map<K, V> known;

        UntilTheEnd(Map<K, V> known) {
            this.known = known;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(TransactionMemory.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TransactionMemory.this, known);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TransactionMemory.this);
        }
    }
}
