package io.shouxin.record.internal;

import io.shouxin.platform.LedgerProperties;
import io.shouxin.platform.StartCheck;
import io.shouxin.platform.StartRefusedException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to run on a database that knows less than the record of erasures outside it: it came back from a back-up, and what was
 * erased since is in it again (security-reliability D3). The command that erases it again is let through.
 */
@Component
class ErasuresNotUndone implements StartCheck {

    private final ErasureFile file;
    private final boolean erasingAgain;

    ErasuresNotUndone(LedgerProperties properties, @Value("${shouxin.restoring:false}") boolean erasingAgain) {
        this.file = new ErasureFile(properties.file());
        this.erasingAgain = erasingAgain;
    }

    @Override
    public void check(JdbcClient owner) {
        if (erasingAgain) {
            return;
        }
        int undone;
        try {
            undone = UndoneErasures.of(file, owner).size();
        } catch (IllegalArgumentException e) {
            throw new StartRefusedException(
                    e.getMessage() + ".",
                    "Put the record of erasures back from its newest copy: it tells whether this database is the newest.",
                    e);
        }
        if (undone > 0) {
            throw new StartRefusedException(
                    "The database is older than the record of erasures " + file.path() + ": it has undone " + undone
                            + " of them.",
                    "It seems to come from a back-up. Run this program once with the word replay and the same settings,"
                            + " then start it; see docs/operations.md.");
        }
    }
}
