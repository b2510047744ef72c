package io.shouxin.spine;

import static org.awaitility.Awaitility.await;

import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.sweep.SweepStatus;
import io.shouxin.sweep.Sweeps;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The program that {@link KilledSweepIT} lets die: it waits until the sweep that its predecessor died in is closed and says what it
 * finds; then it begins another and dies in that one.
 */
final class SweepProgram {

    static final String NONE = "-";
    static final String TRACE = "trace ";
    static final String BEGUN = "begun ";
    static final String DONE = "done";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Sweeps sweeps;
    private final Inbox inbox;
    private final TestFirm firm;
    private final JdbcClient jdbc;

    private SweepProgram(ConfigurableApplicationContext context) {
        this.sweeps = context.getBean(Sweeps.class);
        this.inbox = context.getBean(Inbox.class);
        this.firm = context.getBean(TestFirm.class);
        this.jdbc = context.getBean(JdbcClient.class);
    }

    public static void main(String[] arguments) {
        try {
            ConfigurableApplicationContext context =
                    ErasureProgram.application().run("--shouxin.sweep.people-per-part=2");
            new SweepProgram(context).run(context, arguments[0], arguments[1]);
        } catch (Throwable failed) {
            failed.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private void run(ConfigurableApplicationContext context, String predecessors, String place) {
        firm.open();
        if (!predecessors.equals(NONE)) {
            UUID sweep = UUID.fromString(predecessors);
            completed(sweep);
            say(TRACE + trace(sweep));
        }
        if (place.equals(NONE)) {
            context.close();
            say(DONE);
            System.exit(0);
        }
        for (int i = 0; i < 3; i++) {
            firm.client(UUID.randomUUID().toString(), LocalDate.of(2010, 6, 30));
        }
        UUID sweep = firm.asStaff("officer", () -> sweeps.proposeNow(TestFirm.BRANCH))
                .orElseThrow();
        context.getBean(ErasureProgram.ArmedLater.class).arm(place);
        say(BEGUN + sweep);
        decide(sweep, "officer", "sweep-approval");
        decide(sweep, "second", "sweep-confirmation");
        completed(sweep);
        System.exit(0);
    }

    private void completed(UUID sweep) {
        await().atMost(PATIENCE)
                .until(() ->
                        firm.asStaff("officer", () -> sweeps.get(sweep)).sweep().status() == SweepStatus.COMPLETED);
    }

    private void decide(UUID sweep, String who, String kind) {
        InboxTask task = await().atMost(PATIENCE)
                .until(
                        () -> firm.asStaff(who, () -> inbox.ofCase(sweep)).stream()
                                .filter(open -> open.kind().equals(kind) && !open.done())
                                .findFirst()
                                .orElse(null),
                        open -> open != null);
        firm.asStaff(who, () -> {
            inbox.decide(task.id(), Map.of("outcome", "APPROVED"));
            return null;
        });
    }

    /** Records that the parts and the vault reported, that are left, keys and papers: each once. */
    private String trace(UUID sweep) {
        return "%d %d %d %d %d"
                .formatted(
                        count("SELECT sum(erased)::int FROM sweep_batch WHERE sweep_id = ?", sweep),
                        count("SELECT sum(erased)::int FROM vault_erasure WHERE case_id = ?", sweep),
                        count(
                                "SELECT count(*)::int FROM record r JOIN sweep_item i ON i.record_id = r.id WHERE i.sweep_id = ?",
                                sweep),
                        count("SELECT sum(cardinality(key_ids))::int FROM sweep_batch WHERE sweep_id = ?", sweep),
                        count("SELECT count(*)::int FROM stored_file WHERE scope_id = ?", sweep));
    }

    private int count(String sql, UUID sweep) {
        return jdbc.sql(sql).param(sweep).query(Integer.class).single();
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
