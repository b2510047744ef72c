package io.shouxin.notification.internal;

import io.shouxin.platform.backup.DatabaseRestored;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A database that came back from a back-up does not know what went out since: what waited then may have been sent long ago. */
@Component
class DoubtAfterRestore {

    private final MessageRows rows;

    DoubtAfterRestore(MessageRows rows) {
        this.rows = rows;
    }

    /** A person decides about notices of cases; codes and digests of then are of no use any more. */
    @EventListener
    void restored(DatabaseRestored restored) {
        rows.doubtAllUnderWay();
    }
}
