package io.shouxin.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.document.CheckedFile;
import io.shouxin.document.FileProblem;
import io.shouxin.shared.StateRefused;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ProofFileTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:12:00Z");

    private final ProofFile file =
            ProofFile.receive(UUID.randomUUID(), new RequestId(UUID.randomUUID()), 1, false, NOW);

    @Test
    void what_came_in_is_kept_shut_before_it_is_cleared() {
        refused(file::clear);
        keep();
        assertThat(file.state()).isEqualTo(ProofFile.State.QUARANTINED);
        refused(this::keep);
        file.clear();
        refused(file::clear);
        refused(() -> file.refuse(FileProblem.INFECTED));
    }

    @Test
    void nothing_is_kept_of_what_is_refused_or_destroyed() {
        keep();
        file.refuse(FileProblem.INFECTED);
        assertThat(file.fileId()).isNull();
        assertThat(file.problem()).isEqualTo(FileProblem.INFECTED);
        refused(file::destroy);
        refused(() -> file.submit(NOW));
    }

    @Test
    void what_was_sent_is_not_taken_back() {
        refused(file::remove);
        keep();
        file.submit(NOW);
        refused(file::remove);
        refused(() -> file.submit(NOW));
        file.destroy();
        refused(file::destroy);
    }

    @Test
    void only_what_was_sent_is_judged_and_once() {
        keep();
        refused(() -> file.judge(ProofFile.Judgement.ACCEPTED));
        file.submit(NOW);
        assertThat(file.awaitsJudgement()).isTrue();
        file.judge(ProofFile.Judgement.NOT_ENOUGH);
        assertThat(file.awaitsJudgement()).isFalse();
        refused(() -> file.judge(ProofFile.Judgement.ACCEPTED));
    }

    private void keep() {
        file.quarantine(UUID.randomUUID(), new CheckedFile("image/jpeg", new byte[10]));
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(StateRefused.class);
    }
}
