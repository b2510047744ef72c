package io.shouxin.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shouxin.record.ImportState;
import io.shouxin.record.ImportView;
import io.shouxin.shared.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An import that is interrupted goes on, and one that cannot is given up. */
class ImportRestartsTest extends ImportsOnADatabase {

    @Autowired
    ImportRestartsTest(Tools tools) {
        super(tools);
    }

    @Test
    void an_interrupted_import_goes_on_where_it_stood() {
        Stage.batchesUntilCrash.set(1);
        ImportView interrupted = imported("people.csv", lines(450));
        assertThat(Stage.batchesUntilCrash.get()).isLessThan(0);
        assertThat(interrupted.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(interrupted.rowsDone()).isEqualTo(450);
        assertThat(interrupted.people()).isEqualTo(450);
        assertThat(count("SELECT count(DISTINCT subject_id) FROM record WHERE import_id = ?", interrupted.id()))
                .isEqualTo(450);
        assertThat(interrupted.records())
                .isEqualTo((int) count("SELECT count(*) FROM record WHERE import_id = ?", interrupted.id()));
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
        int base = 10_000 + Math.abs(UUID.randomUUID().hashCode() % 80_000);
        for (int i = 0; i < count; i++) {
            text.append("测")
                    .append((char) ('一' + i))
                    .append(",137")
                    .append(base)
                    .append("%03d".formatted(i))
                    .append(",甲\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
