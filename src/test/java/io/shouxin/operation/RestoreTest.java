package io.shouxin.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.ShouxinApplication;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.evidence.EvidenceSequencer;
import io.shouxin.platform.StartRefusedException;
import io.shouxin.platform.backup.Backup;
import io.shouxin.platform.backup.Restore;
import io.shouxin.request.CaseView;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestStatus;
import io.shouxin.spine.Desks;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.PostgresForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What docs/operations.md tells an operator to do: back up beside a working portal, lose the machine, restore. Evidence is whole, and
 * what was erased after the back-up is erased.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OutputCaptureExtension.class)
class RestoreTest {

    private final Path data;
    private final Path keys;
    private final Path apart;

    private TestFirm.Client whole;
    private TestFirm.Client part;
    private TestFirm.Client untouched;
    private RequestId erasedWhole;
    private RequestId erasedPart;
    private String lastReference = "";
    private Path backup;
    private Path ledger;

    RestoreTest(@TempDir Path directory) {
        this.data = directory.resolve("data");
        this.keys = directory.resolve("keys/wrapping-keys.json");
        this.apart = directory.resolve("apart");
    }

    @BeforeAll
    void work_a_day_and_lose_the_machine() throws IOException {
        try (ConfigurableApplicationContext portal = start()) {
            Desks desks = Desks.of(portal);
            desks.firm().open();
            whole = desks.firm().client("restore-whole", null);
            part = desks.firm().client("restore-part", LocalDate.of(2026, 3, 15));
            untouched = desks.firm().client("restore-untouched", null);
            erasedWhole = desks.submit(whole, "", ProofMethod.CODE_AND_ID_LAST_SIX);
            erasedPart = desks.submit(part, "", ProofMethod.CODE_AND_ID_LAST_SIX);
            desks.task(erasedWhole, "clerk", "review-decisions");
            desks.task(erasedPart, "clerk", "review-decisions");

            Thread load = new Thread(() -> {
                for (int i = 0; i < 6; i++) {
                    desks.submit(desks.firm().client("restore-load-" + i, null), "", ProofMethod.CODE_AND_ID_LAST_SIX);
                }
            });
            load.start();
            backup = Backup.make(data, apart.resolve("backups"), Clock.systemUTC())
                    .directory();
            join(load);

            desks.decide(erasedWhole, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
            desks.decide(erasedPart, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
            desks.decide(erasedPart, "second", "second-review", Map.of("outcome", "APPROVED"));
            assertThat(desks.closed(erasedWhole, whole.id()).request().outcome())
                    .isEqualTo(RequestOutcome.COMPLETED);
            assertThat(desks.closed(erasedPart, part.id()).request().outcome())
                    .isEqualTo(RequestOutcome.PARTLY_COMPLETED);
            lastReference = portal.getBean(JdbcClient.class)
                    .sql("SELECT max(reference) FROM request")
                    .query(String.class)
                    .single();
        }
        ledger = apart.resolve("erasures.jsonl");
        Files.copy(data.resolve("ledger/erasures.jsonl"), ledger);
        Files.move(data, data.resolveSibling("data.broken"));
    }

    @Test
    @Order(1)
    void the_record_of_erasures_says_nothing_of_anybody() throws IOException {
        assertThat(Files.readAllLines(ledger)).hasSize(2);
        assertThat(Files.readString(ledger))
                .contains(whole.id().toString())
                .doesNotContain(Stream.concat(whole.canaries().stream(), part.canaries().stream())
                        .toArray(String[]::new));
    }

    @Test
    @Order(2)
    void the_back_up_is_tried_without_touching_anything() throws IOException {
        assertThat(run("check-backup", backup.toString(), "--ledger=" + ledger)).isZero();
        assertThat(data).doesNotExist();
    }

    @Test
    @Order(3)
    void a_restore_without_the_record_of_erasures_or_the_keys_is_refused_in_words(CapturedOutput output)
            throws IOException {
        assertThat(run("restore", backup.toString())).isEqualTo(Commands.FAILED);
        assertThat(output.getOut()).contains("--without-ledger");
        Path hidden = keys.resolveSibling("hidden");
        Files.move(keys, hidden);
        assertThat(run("restore", backup.toString(), "--ledger=" + ledger)).isEqualTo(Commands.FAILED);
        Files.move(hidden, keys);
        assertThat(data).doesNotExist();
    }

    @Test
    @Order(4)
    void files_put_back_by_hand_do_not_start_while_something_erased_is_in_them_again() throws IOException {
        Path byHand = data.resolveSibling("by-hand");
        Restore.files(Backup.at(backup), byHand, Clock.systemUTC());
        Restore.finish(byHand);
        Files.createDirectories(byHand.resolve("ledger"));
        Files.copy(ledger, byHand.resolve("ledger/erasures.jsonl"));
        assertThatThrownBy(() -> start(byHand).close())
                .rootCause()
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("has undone 2 of them");
    }

    @Test
    @Order(5)
    void restored_the_portal_starts_evidence_is_whole_and_what_was_erased_is_erased(CapturedOutput output) {
        assertThat(run("restore", backup.toString(), "--ledger=" + ledger))
                .as(output.getOut())
                .isEqualTo(Commands.DONE);
        try (ConfigurableApplicationContext portal = start()) {
            JdbcClient jdbc = portal.getBean(JdbcClient.class);
            while (portal.getBean(EvidenceSequencer.class).sequenceNow() > 0) {
                Thread.onSpinWait();
            }
            assertThat(portal.getBean(EvidenceReader.class).verifyAll().intact())
                    .isTrue();
            assertThat(jdbc.sql("SELECT count(*) FROM evidence_entry WHERE kind = 'DATABASE_RESTORED'")
                            .query(Integer.class)
                            .single())
                    .isOne();

            assertThat(recordsOf(jdbc, whole)).isZero();
            assertThat(recordsOf(jdbc, part)).as("what the law keeps").isEqualTo(4);
            assertThat(recordsOf(jdbc, untouched)).isEqualTo(9);
            assertThat(jdbc.sql("SELECT count(*) FROM keys.data_key WHERE scope_id = ? AND wrapped IS NOT NULL")
                            .param(whole.id())
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(jdbc.sql("SELECT count(*) FROM keys.data_key WHERE scope_id = ? AND wrapped IS NULL")
                            .param(part.id())
                            .query(Integer.class)
                            .single())
                    .as("the key that opens the back-up is destroyed again")
                    .isOne();
            assertThat(jdbc.sql("SELECT count(*) FROM erasure_ledger WHERE case_id = ?")
                            .param(erasedWhole.value())
                            .query(Integer.class)
                            .single())
                    .as("an old list does not bring them back")
                    .isEqualTo(6);

            Desks desks = Desks.of(portal);
            RequestId fresh = desks.submit(untouched, "", ProofMethod.CODE_AND_ID_LAST_SIX);
            String reference = desks.view(fresh, untouched.id()).request().reference();
            assertThat(reference).as("no number is given out twice").isGreaterThan(lastReference);

            desks.decide(erasedWhole, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
            CaseView again = desks.closed(erasedWhole, whole.id());
            assertThat(again.request().status())
                    .as("a case that stands again where it stood comes to its end")
                    .isEqualTo(RequestStatus.CLOSED);
        }
    }

    @Test
    @Order(6)
    void the_next_starts_are_ordinary_ones() {
        try (ConfigurableApplicationContext portal = start()) {
            assertThat(portal.getBean(JdbcClient.class)
                            .sql("SELECT count(*) FROM erasure_journal")
                            .query(Integer.class)
                            .single())
                    .isGreaterThanOrEqualTo(2);
        }
        assertThat(run("replay")).isEqualTo(Commands.DONE);
    }

    @Test
    @Order(7)
    void a_word_that_is_no_command_shows_how_they_are_written(CapturedOutput output) {
        assertThat(run("bakup", "somewhere")).isEqualTo(Commands.MISUSED);
        assertThat(output.getOut()).contains("check-backup");
    }

    private static int recordsOf(JdbcClient jdbc, TestFirm.Client client) {
        return jdbc.sql("SELECT count(*) FROM record WHERE subject_id = ANY (?)")
                .param(new UUID[] {client.id(), client.child()})
                .query(Integer.class)
                .single();
    }

    private int run(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.add("--shouxin.data=" + data);
        arguments.addAll(options());
        return Commands.run(ShouxinApplication.class, arguments.toArray(String[]::new));
    }

    private ConfigurableApplicationContext start() {
        return start(data);
    }

    private ConfigurableApplicationContext start(Path directory) {
        List<String> arguments = new ArrayList<>(options());
        arguments.add("--shouxin.data=" + directory);
        arguments.add("--server.port=0");
        return new SpringApplicationBuilder(ShouxinApplication.class, TestFirm.class)
                .run(arguments.toArray(String[]::new));
    }

    private List<String> options() {
        return List.of("--shouxin.keys.file=" + keys, "--shouxin.postgres.binaries=" + PostgresForTests.BINARIES);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
