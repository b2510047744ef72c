package io.shouxin.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shouxin.evidence.EvidenceReader;
import io.shouxin.record.ImportState;
import io.shouxin.record.ImportView;
import io.shouxin.shared.Actor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An import that is interrupted goes on, and one that cannot is given up. */
class ImportRestartsTest extends ImportsOnADatabase {

    private final ImportPurge purge;
    private final EvidenceReader evidence;

    @Autowired
    ImportRestartsTest(Tools tools, ImportPurge purge, EvidenceReader evidence) {
        super(tools);
        this.purge = purge;
        this.evidence = evidence;
    }

    @Test
    void an_interrupted_import_goes_on_where_it_stood() {
        Stage.batchesUntilCrash.set(1);
        ImportView interrupted = imported("people.csv", lines(4150));
        assertThat(Stage.batchesUntilCrash.get()).isLessThan(0);
        assertThat(interrupted.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(interrupted.rowsDone()).isEqualTo(4150);
        assertThat(interrupted.people()).isEqualTo(4150);
        assertThat(count("SELECT count(DISTINCT subject_id) FROM record WHERE import_id = ?", interrupted.id()))
                .isEqualTo(4150);
        assertThat(interrupted.records())
                .isEqualTo((int) count("SELECT count(*) FROM record WHERE import_id = ?", interrupted.id()));
    }

    @Test
    void a_paused_import_stays_where_it_is_also_over_a_restart_and_goes_on_from_there_doubling_nothing() {
        Actor clerk = Stage.actor;
        pauseAfterTheFirstBatch();
        UUID id = imports.receive("people.csv", lines(4150), branch, null);
        ImportView paused = reaches(id, ImportState.PAUSED);
        assertThat(paused.rowsDone()).isEqualTo(2000);
        assertThat(paused.pausedBy()).isEqualTo(clerk.id());
        assertThat(paused.pausedAt()).isNotNull();
        imports.resumeUnfinished();
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(10))
                .until(() -> imports.get(id).rowsDone() == 2000);
        assertThatThrownBy(() -> imports.pause(id)).isInstanceOf(StateRefused.class);

        imports.resume(id);
        ImportView done = finished(id);
        assertThat(done.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(done.rowsDone()).isEqualTo(4150);
        assertThat(done.people()).isEqualTo(4150);
        assertThat(done.pausedBy()).isNull();
        assertThat(count("SELECT count(DISTINCT subject_id) FROM record WHERE import_id = ?", id))
                .isEqualTo(4150);
        assertThat(done.records()).isEqualTo((int) count("SELECT count(*) FROM record WHERE import_id = ?", id));
        assertThatThrownBy(() -> imports.resume(id)).isInstanceOf(StateRefused.class);
        assertThat(evidence.entriesBy(Objects.requireNonNull(clerk.id()), 100).stream()
                        .filter(entry -> id.toString().equals(entry.targetId()))
                        .map(entry -> String.valueOf(entry.outcome())))
                .contains("PAUSED", "RESUMED");
    }

    @Test
    void a_pause_that_nobody_ends_is_ended_with_the_file_after_thirty_days_and_what_was_imported_stays() {
        pauseAfterTheFirstBatch();
        UUID id = imports.receive("people.csv", lines(2010), branch, null);
        reaches(id, ImportState.PAUSED);
        purge.purgeOld();
        assertThat(imports.get(id).state()).isEqualTo(ImportState.PAUSED);
        jdbc.sql("UPDATE import_job SET paused_at = paused_at - interval '31 days' WHERE id = ?")
                .param(id)
                .update();
        purge.purgeOld();
        ImportView ended = imports.get(id);
        assertThat(ended.failureKey()).isEqualTo("imports.failure.NOT_RESUMED");
        assertThat(ended.failureArguments()).containsExactly(2000L);
        assertThat(ended.rowsNotReached()).isEqualTo(10);
        assertThat(count("SELECT count(*) FROM stored_file WHERE scope_id = ?", id))
                .isZero();
        assertThat(count("SELECT count(DISTINCT subject_id) FROM record WHERE import_id = ?", id))
                .isEqualTo(2000);
    }

    @Test
    void a_paused_import_that_is_given_up_ends_at_once_and_what_was_imported_stays() {
        Actor clerk = Stage.actor;
        pauseAfterTheFirstBatch();
        UUID id = imports.receive("people.csv", lines(2010), branch, null);
        reaches(id, ImportState.PAUSED);
        imports.giveUp(id);
        ImportView ended = imports.get(id);
        assertThat(ended.state()).isEqualTo(ImportState.FAILED);
        assertThat(ended.isGivenUp()).isTrue();
        assertThat(ended.failureArguments()).containsExactly(2000L);
        assertThat(ended.pausedBy()).isNull();
        assertThat(imports.list(0, 1)).singleElement().matches(ImportView::isGivenUp);
        assertThat(count("SELECT count(*) FROM stored_file WHERE scope_id = ?", id))
                .isZero();
        assertThat(count("SELECT count(DISTINCT subject_id) FROM record WHERE import_id = ?", id))
                .isEqualTo(2000);
        assertThat(evidence.entriesBy(Objects.requireNonNull(clerk.id()), 100).stream()
                        .filter(entry -> id.toString().equals(entry.targetId()))
                        .map(entry -> String.valueOf(entry.outcome())))
                .contains("GIVEN_UP");
        assertThatThrownBy(() -> imports.giveUp(id)).isInstanceOf(StateRefused.class);
        assertThatThrownBy(() -> imports.resume(id)).isInstanceOf(StateRefused.class);
    }

    @Test
    void another_branch_does_not_give_an_import_up() {
        Actor clerk = Stage.actor;
        pauseAfterTheFirstBatch();
        UUID id = imports.receive("people.csv", lines(2010), branch, null);
        reaches(id, ImportState.PAUSED);
        Stage.actor = clerk(UUID.randomUUID());
        assertThatThrownBy(() -> imports.giveUp(id)).isInstanceOf(NotFound.class);
        Stage.actor = clerk;
        assertThat(imports.get(id).state()).isEqualTo(ImportState.PAUSED);
        imports.resume(id);
        assertThat(finished(id).people()).isEqualTo(2010);
    }

    @Test
    void who_gives_up_before_the_runner_has_noticed_the_pause_ends_it_after_the_rows_that_were_written() {
        AtomicInteger batches = new AtomicInteger();
        Stage.passing = place -> {
            if (place.equals("import.batch.committed") && batches.incrementAndGet() == 1) {
                UUID running = jdbc.sql("SELECT id FROM import_job WHERE branch_id = ?")
                        .param(branch)
                        .query(UUID.class)
                        .single();
                imports.pause(running);
                imports.giveUp(running);
            }
        };
        UUID id = imports.receive("people.csv", lines(4150), branch, null);
        reaches(id, ImportState.FAILED);
        Stage.passing = place -> {};
        ImportView ended = imports.get(id);
        assertThat(ended.isGivenUp()).isTrue();
        assertThat(ended.failureArguments()).containsExactly(2000L);
        assertThat(imported("after.csv", lines(1)).state())
                .as("the runner is free again")
                .isEqualTo(ImportState.COMPLETED);
        assertThat(imports.get(id).rowsDone()).isEqualTo(2000);
        assertThat(count("SELECT count(DISTINCT subject_id) FROM record WHERE import_id = ?", id))
                .isEqualTo(2000);
        assertThat(count("SELECT count(*) FROM stored_file WHERE scope_id = ?", id))
                .isZero();
    }

    private void pauseAfterTheFirstBatch() {
        AtomicInteger batches = new AtomicInteger();
        Stage.passing = place -> {
            if (place.equals("import.batch.committed") && batches.incrementAndGet() == 1) {
                imports.pause(jdbc.sql("SELECT id FROM import_job WHERE branch_id = ?")
                        .param(branch)
                        .query(UUID.class)
                        .single());
            }
        };
    }

    @Test
    void what_fails_three_times_without_progress_is_given_up_with_a_sentence() {
        Stage.poison = true;
        UUID id = imports.receive("people.csv", lines(1), branch, null);
        ImportView view = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> {
                            imports.resumeUnfinished();
                            return imports.get(id);
                        },
                        each -> each.state().isFinished());
        assertThat(view.state()).isEqualTo(ImportState.FAILED);
        assertThat(view.failureKey()).isEqualTo("imports.failure.TOO_MANY_ATTEMPTS");
        assertThat(Texts.chinese().get("imports.failure.TOO_MANY_ATTEMPTS")).doesNotStartWith("!");
        assertThat(count("SELECT count(*) FROM stored_file WHERE scope_id = ?", id))
                .isZero();
    }

    private static byte[] lines(int count) {
        StringBuilder text = new StringBuilder("姓名,手机号,备注\n");
        int base = 1_000 + Math.abs(UUID.randomUUID().hashCode() % 8_000);
        for (int i = 0; i < count; i++) {
            text.append("测")
                    .append((char) ('一' + i))
                    .append(",137")
                    .append(base)
                    .append("%04d".formatted(i))
                    .append(",甲\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
