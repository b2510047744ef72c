package io.shouxin.spine;

import io.shouxin.inbox.Inbox;
import io.shouxin.sweep.Sweeps;
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

    private final Sweeps sweeps;
    private final SweepDesk desk;
    private final TestFirm firm;
    private final JdbcClient jdbc;

    private SweepProgram(ConfigurableApplicationContext context) {
        this.sweeps = context.getBean(Sweeps.class);
        this.firm = context.getBean(TestFirm.class);
        this.desk = new SweepDesk(firm, sweeps, context.getBean(Inbox.class));
        this.jdbc = context.getBean(JdbcClient.class);
    }

    public static void main(String[] arguments) {
        DyingProgram.run(arguments, (predecessors, place) -> {
            ConfigurableApplicationContext context =
                    DyingProgram.application().run("--shouxin.sweep.people-per-part=2");
            new SweepProgram(context).run(context, predecessors, place);
        });
    }

    private void run(ConfigurableApplicationContext context, String predecessors, String place) {
        firm.open();
        if (!predecessors.equals(DyingProgram.NONE)) {
            UUID sweep = UUID.fromString(predecessors);
            desk.completed(sweep);
            DyingProgram.say(DyingProgram.TRACE + trace(sweep));
        }
        if (place.equals(DyingProgram.NONE)) {
            context.close();
            DyingProgram.say(DyingProgram.DONE);
            System.exit(0);
        }
        for (int i = 0; i < 3; i++) {
            firm.client(UUID.randomUUID().toString(), LocalDate.of(2010, 6, 30));
        }
        UUID sweep = firm.asStaff("officer", () -> sweeps.proposeNow(TestFirm.BRANCH))
                .orElseThrow();
        context.getBean(DyingProgram.ArmedLater.class).arm(place);
        DyingProgram.say(DyingProgram.BEGUN + sweep);
        desk.decide(sweep, "officer", "sweep-approval", Map.of("outcome", "APPROVED"));
        desk.decide(sweep, "second", "sweep-confirmation", Map.of("outcome", "APPROVED"));
        desk.completed(sweep);
        System.exit(0);
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
}
