package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.spine.DyingInstallation.Life;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The process dies in the middle of an erasure, once at every step and at random moments, and is started again: everything has
 * happened exactly once. All on one installation: every start finishes the case of the process before it and dies in the next.
 */
@TestInstance(Lifecycle.PER_CLASS)
class KilledErasureIT {

    private static final List<String> PLACES = List.of(
            "erasure-begun",
            "erasure-planned",
            "before-sending",
            "sending-noted",
            "erasure-sent",
            "erasure-confirmed",
            "erasure-verified",
            "answer-written",
            "before-close",
            "closing",
            ErasureProgram.PART + "erasure-sent",
            ErasureProgram.PART + "erasure-confirmed");

    /** How long a process is left alive after the decision, in milliseconds: how far it comes depends on the machine. */
    private static final Map<String, Integer> KILLS =
            new TreeMap<>(Map.of(ErasureProgram.ANYWHERE + 1, 40, ErasureProgram.ANYWHERE + 2, 400));

    private static final ErasureTrace EVERYTHING_ONCE = new ErasureTrace(
            "COMPLETED",
            Map.of("CONFIRMED", 1),
            1,
            1,
            0,
            0,
            0,
            0,
            Map.of("certificate-zh", 1, "certificate-en", 1, "letter-zh", 1, "letter-en", 1),
            Map.of("answered.COMPLETED", 1),
            Map.of("ERASURE_BEGAN", 1, "ERASED", 1, "VERIFIED", 1, "ANSWERED", 1, "CLOSED", 1),
            Map.of(
                    "ERASURE_PLANNED", 1,
                    "KEY_DESTROYED", 2,
                    "ERASURE_CONFIRMED", 1,
                    "ERASURE_VERIFIED", 1,
                    "REQUEST_CLOSED", 1),
            true);

    /** Of a sale: who the client is, how to reach them, the property and the deal. */
    private static final int RECORDS_KEPT = 4;

    private static final int INDEXES_KEPT = 2;
    private static final int RECORDS_VALUES_AND_INDEXES_KEPT = 2 * RECORDS_KEPT + INDEXES_KEPT;

    private static final ErasureTrace A_PART_ONCE = new ErasureTrace(
            "PARTLY_COMPLETED",
            EVERYTHING_ONCE.effects(),
            1,
            1,
            RECORDS_VALUES_AND_INDEXES_KEPT,
            1,
            RECORDS_KEPT,
            RECORDS_KEPT,
            EVERYTHING_ONCE.files(),
            Map.of("answered.PARTLY_COMPLETED", 1),
            EVERYTHING_ONCE.timeline(),
            EVERYTHING_ONCE.evidence(),
            true);

    /** How a process ended and what the next one found of its case. */
    private record Death(int exit, boolean leftOpen, ErasureTrace afterwards) {}

    private final DyingInstallation installation;
    private final Map<String, Death> deaths = new LinkedHashMap<>();

    KilledErasureIT(@TempDir Path directory) {
        this.installation = new DyingInstallation(directory);
    }

    @BeforeAll
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void die_everywhere() throws Exception {
        String openCase = DyingProgram.NONE;
        String diedAt = "";
        int exit = 0;
        for (String place : Stream.of(PLACES.stream(), kills(), Stream.of(DyingProgram.NONE))
                .flatMap(s -> s)
                .toList()) {
            Life life = live(openCase, place);
            if (!diedAt.isEmpty()) {
                deaths.put(
                        diedAt,
                        new Death(exit, Boolean.parseBoolean(life.line(ErasureProgram.LEFT_OPEN)), trace(life)));
            }
            exit = ended(life.process(), place);
            openCase = life.line(DyingProgram.BEGUN);
            diedAt = place;
        }
    }

    @AfterAll
    void leave_no_server_behind() throws Exception {
        installation.close();
    }

    @ParameterizedTest
    @MethodSource("places")
    void a_process_that_halts_there_has_everything_done_once_by_the_next(String place) {
        Death death = Objects.requireNonNull(deaths.get(place));
        assertThat(death.exit()).as("it halted at the place, not otherwise").isEqualTo(DyingProgram.HALTED);
        assertThat(death.leftOpen()).isTrue();
        assertThat(death.afterwards()).isEqualTo(place.startsWith(ErasureProgram.PART) ? A_PART_ONCE : EVERYTHING_ONCE);
    }

    @ParameterizedTest
    @MethodSource("kills")
    void a_process_that_is_killed_at_any_moment_has_everything_done_once_by_the_next(String kill) {
        Death death = Objects.requireNonNull(deaths.get(kill));
        assertThat(death.exit()).as("killed by SIGKILL").isEqualTo(128 + 9);
        assertThat(death.afterwards()).isEqualTo(EVERYTHING_ONCE);
    }

    @Test
    void a_kill_met_an_erasure_that_was_not_over() {
        assertThat(KILLS.keySet())
                .anyMatch(kill -> Objects.requireNonNull(deaths.get(kill)).leftOpen());
    }

    static List<String> places() {
        return PLACES;
    }

    static Stream<String> kills() {
        return KILLS.keySet().stream();
    }

    private Life live(String openCase, String place) throws IOException {
        String last = place.equals(DyingProgram.NONE)
                ? DyingProgram.DONE
                : PLACES.contains(place) ? DyingProgram.BEGUN : ErasureProgram.DECIDED;
        List<String> armed = openCase.equals(DyingProgram.NONE) ? List.of("-Dshouxin.failpoint=" + place) : List.of();
        return installation.run(ErasureProgram.class, armed, List.of(openCase, place), last);
    }

    private static int ended(Process process, String place) throws InterruptedException {
        if (place.startsWith(ErasureProgram.ANYWHERE)) {
            process.waitFor(Objects.requireNonNull(KILLS.get(place)), TimeUnit.MILLISECONDS);
            process.destroyForcibly();
        }
        assertThat(process.waitFor(90, TimeUnit.SECONDS))
                .as("ended at " + place)
                .isTrue();
        return process.exitValue();
    }

    private static ErasureTrace trace(Life life) throws IOException {
        return new ObjectMapper().readValue(life.line(DyingProgram.TRACE), ErasureTrace.class);
    }
}
