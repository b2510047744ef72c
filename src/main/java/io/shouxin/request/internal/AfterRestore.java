package io.shouxin.request.internal;

import io.shouxin.platform.backup.DatabaseRestored;
import io.shouxin.record.ErasureReplay.ErasedAgain;
import io.shouxin.request.DraftStore;
import io.shouxin.request.RequestId;
import io.shouxin.request.StaffDrafts;
import io.shouxin.shared.ChinaTime;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a database that came back from a back-up does not know of requests: numbers given out since, and what was erased for them. */
@Component
class AfterRestore {

    private static final Logger LOG = LoggerFactory.getLogger(AfterRestore.class);
    /** More requests than come between two back-ups of any firm. */
    private static final int NUMBERS_LEFT_OUT = 5_000;

    private final JdbcClient jdbc;
    private final DraftStore drafts;
    private final StaffDrafts staffDrafts;
    private final Clock clock;

    AfterRestore(JdbcClient jdbc, DraftStore drafts, StaffDrafts staffDrafts, Clock clock) {
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.staffDrafts = staffDrafts;
        this.clock = clock;
    }

    /** Clients have numbers that this database never gave out: none is given a second time. */
    @EventListener
    void skipNumbers(DatabaseRestored restored) {
        int first = restored.state().atZone(ChinaTime.ZONE).getYear();
        int last = clock.instant().atZone(ChinaTime.ZONE).getYear();
        jdbc.sql("""
                        INSERT INTO reference_counter (year, last) SELECT year, :skipped FROM generate_series(:first, :last) AS year
                        ON CONFLICT (year) DO UPDATE SET last = reference_counter.last + :skipped
                        """)
                .param("first", first)
                .param("last", last)
                .param("skipped", NUMBERS_LEFT_OUT)
                .update();
    }

    @EventListener
    void erasedAgain(ErasedAgain erased) {
        drafts.discard(erased.people());
        staffDrafts.discard(erased.people(), new RequestId(erased.caseId()));
        jdbc.sql("SELECT reference FROM request WHERE id = ?")
                .param(erased.caseId())
                .query(String.class)
                .optional()
                .ifPresent(reference -> LOG.warn(
                        "Case {} was erased after the back-up and has been erased again; it stands where it stood then",
                        reference));
    }
}
