package io.shouxin.spine;

import static org.awaitility.Awaitility.await;

import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.sweep.DueRecount;
import io.shouxin.sweep.SweepStatus;
import io.shouxin.sweep.Sweeps;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People of the {@link TestFirm} who wait for the tasks of a sweep and decide them, while the engine works by itself. */
public record SweepDesk(TestFirm firm, Sweeps sweeps, Inbox inbox) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What another test of the same context has left due is out of the way. */
    public static void nothingIsDue(DueRecount recount, JdbcClient jdbc) {
        recount.recountNow();
        jdbc.sql("UPDATE sweep SET status = 'REJECTED', rest_until = NULL WHERE status <> 'COMPLETED'")
                .update();
        jdbc.sql("UPDATE record_due SET due_on = NULL, why = 'NO_RULE'").update();
    }

    /** The open task of this kind, as soon as there is one. */
    public InboxTask task(UUID sweep, String who, String kind) {
        return await().atMost(PATIENCE)
                .until(
                        () -> firm.asStaff(who, () -> inbox.ofCase(sweep)).stream()
                                .filter(open -> open.kind().equals(kind) && !open.done())
                                .findFirst()
                                .orElse(null),
                        open -> open != null);
    }

    void decide(UUID sweep, String who, String kind, Map<String, Object> fields) {
        InboxTask task = task(sweep, who, kind);
        firm.asStaff(who, () -> {
            inbox.decide(task.id(), fields);
            return null;
        });
    }

    /** Until everything is destroyed and certified. */
    public void completed(UUID sweep) {
        await().atMost(PATIENCE)
                .until(() ->
                        firm.asStaff("officer", () -> sweeps.get(sweep)).sweep().status() == SweepStatus.COMPLETED);
    }
}
