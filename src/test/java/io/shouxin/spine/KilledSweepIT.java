package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.spine.DyingInstallation.Life;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process halts in the middle of a sweep and is started again: every record is gone once, certified once. */
class KilledSweepIT {

    private static final List<String> PLACES =
            List.of("erasure-planned", "sending-noted", "erasure-sent", "sweep-part-destroyed", "sweep-certified");

    /** 27 records of three clients and their children, six keys, a certificate in each language. */
    private static final String EVERYTHING_ONCE = "27 27 0 6 2";

    private final DyingInstallation installation;

    KilledSweepIT(@TempDir Path directory) {
        this.installation = new DyingInstallation(directory);
    }

    @AfterEach
    void leave_no_server_behind() throws Exception {
        installation.close();
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void a_process_that_halts_in_a_sweep_has_everything_destroyed_once_by_the_next() throws Exception {
        String sweep = DyingProgram.NONE;
        for (String place : PLACES) {
            Life life = run(sweep, place, DyingProgram.BEGUN);
            checkPredecessor(sweep, life);
            sweep = life.line(DyingProgram.BEGUN);
        }
        checkPredecessor(sweep, run(sweep, DyingProgram.NONE, DyingProgram.DONE));
    }

    private static void checkPredecessor(String sweep, Life life) {
        if (!sweep.equals(DyingProgram.NONE)) {
            assertThat(life.line(DyingProgram.TRACE)).isEqualTo(EVERYTHING_ONCE);
        }
    }

    private Life run(String sweep, String place, String last) throws Exception {
        Life life = installation.run(SweepProgram.class, List.of(), List.of(sweep, place), last);
        assertThat(life.process().waitFor(3, TimeUnit.MINUTES))
                .as("ended at " + place)
                .isTrue();
        assertThat(life.process().exitValue())
                .as(String.join("\n", life.said()))
                .isEqualTo(place.equals(DyingProgram.NONE) ? 0 : DyingProgram.HALTED);
        return life;
    }
}
