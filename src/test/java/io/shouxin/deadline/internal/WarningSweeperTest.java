package io.shouxin.deadline.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.deadline.Clocks;
import io.shouxin.deadline.DeadlineWarning;
import io.shouxin.deadline.WarningSweep;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WarningSweeperTest {

    private static final Instant NOV_23 = Instant.parse("2026-11-23T01:12:00Z");
    private static ClockDatabase database;

    private final UUID caseId = UUID.randomUUID();
    private Clocks clocks;
    private WarningSweep sweep;
    private ClockDatabase.Heard heard;

    @BeforeAll
    static void start() {
        database = new ClockDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void clear() {
        database.at("2026-11-23T09:12");
        database.clear();
        clocks = database.bean(Clocks.class);
        sweep = database.bean(WarningSweep.class);
        heard = database.bean(ClockDatabase.Heard.class);
        clocks.start(caseId, "DELETION", NOV_23);
    }

    @Test
    void each_share_is_told_once_on_its_day() {
        assertThat(sweep.sweepNow()).isZero();
        database.at("2026-12-02T23:59");
        assertThat(sweep.sweepNow()).isZero();
        database.at("2026-12-03T00:01");
        assertThat(sweep.sweepNow()).isEqualTo(1);
        assertThat(sweep.sweepNow()).isZero();
        database.at("2026-12-14T08:00");
        assertThat(sweep.sweepNow()).isEqualTo(3);
        assertThat(heard.warnings)
                .containsExactly(
                        new DeadlineWarning(caseId, 50),
                        new DeadlineWarning(caseId, 75),
                        new DeadlineWarning(caseId, 90),
                        new DeadlineWarning(caseId, 100));
        database.at("2027-01-20T08:00");
        assertThat(sweep.sweepNow()).isZero();
    }

    @Test
    void a_paused_clock_warns_of_nothing_and_later_of_its_new_days() {
        database.at("2026-12-02T09:00");
        clocks.pause(caseId, Clocks.CLIENT_PROOF);
        database.at("2026-12-16T09:00");
        assertThat(sweep.sweepNow()).isZero();
        clocks.resume(caseId);
        assertThat(sweep.sweepNow()).as("seven days are used").isZero();
        database.at("2026-12-17T09:00");
        assertThat(sweep.sweepNow()).isEqualTo(1);
    }

    @Test
    void a_warning_that_was_told_is_not_told_again_after_a_pause_moved_its_day() {
        database.at("2026-12-03T09:00");
        assertThat(sweep.sweepNow()).isEqualTo(1);
        clocks.pause(caseId, Clocks.CLIENT_PROOF);
        database.at("2026-12-10T09:00");
        clocks.resume(caseId);
        assertThat(sweep.sweepNow()).isZero();
    }

    @Test
    void a_stopped_clock_warns_of_nothing() {
        clocks.stop(caseId);
        database.at("2026-12-20T09:00");
        assertThat(sweep.sweepNow()).isZero();
    }

    @Test
    void a_listener_that_fails_holds_back_its_own_warning_until_the_next_sweep() {
        UUID other = UUID.randomUUID();
        clocks.start(other, "DELETION", NOV_23);
        database.at("2026-12-03T09:00");
        heard.onWarning = warning -> {
            if (warning.caseId().equals(caseId)) {
                throw new IllegalStateException("listener failed");
            }
        };
        assertThat(sweep.sweepNow()).isEqualTo(1);
        assertThat(heard.warnings).containsExactly(new DeadlineWarning(other, 50));
        heard.onWarning = warning -> {};
        assertThat(sweep.sweepNow()).isEqualTo(1);
    }

    @Test
    void sweeps_on_many_nodes_tell_each_warning_once() throws Exception {
        IntStream.range(0, 100).forEach(number -> clocks.start(UUID.randomUUID(), "DELETION", NOV_23));
        database.at("2026-12-14T09:00");
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> node = sweep::sweepNow;
            int sent = 0;
            for (Future<Integer> result : nodes.invokeAll(List.of(node, node, node, node))) {
                sent += result.get();
            }
            assertThat(sent).isEqualTo(404);
            assertThat(heard.warnings).hasSize(404).doesNotHaveDuplicates();
        } finally {
            nodes.shutdownNow();
        }
    }
}
