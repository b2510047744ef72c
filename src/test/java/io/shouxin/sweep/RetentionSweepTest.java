package io.shouxin.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.shared.StateRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetentionSweepTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @Test
    void one_approval_suffices_where_the_table_asks_for_one() {
        RetentionSweep sweep = proposed(1, null);
        assertThat(sweep.approve(first, NOW)).isFalse();
        sweep.destroy(NOW);
        sweep.verified(NOW);
        sweep.certify("XH-1", "CODE");
        sweep.complete(NOW);
        assertThat(sweep.status()).isEqualTo(SweepStatus.COMPLETED);
    }

    @Test
    void where_two_must_approve_nothing_is_destroyed_after_one() {
        RetentionSweep sweep = proposed(2, null);
        assertThat(sweep.approve(first, NOW)).isTrue();
        assertThatThrownBy(() -> sweep.destroy(NOW)).isInstanceOf(StateRefused.class);
        sweep.confirm(second, NOW);
        sweep.destroy(NOW);
        assertThat(sweep.status()).isEqualTo(SweepStatus.DESTROYING);
    }

    @Test
    void nobody_is_both_and_whoever_had_it_proposed_is_not_the_second() {
        RetentionSweep sweep = proposed(2, second);
        sweep.approve(first, NOW);
        assertThat(sweep.mayConfirm(first)).isFalse();
        assertThat(sweep.mayConfirm(second)).isFalse();
        assertThatThrownBy(() -> sweep.confirm(first, NOW)).isInstanceOf(StateRefused.class);
        assertThatThrownBy(() -> sweep.giveBack(first, SweepDoubt.AUTHORITY)).isInstanceOf(StateRefused.class);
        assertThat(sweep.mayConfirm(UUID.randomUUID())).isTrue();
    }

    @Test
    void what_is_returned_needs_both_again() {
        RetentionSweep sweep = proposed(2, null);
        sweep.approve(first, NOW);
        sweep.giveBack(second, SweepDoubt.FACTS_WRONG);
        assertThat(sweep.course().approvedBy()).isNull();
        assertThat(sweep.course().returnedFor()).isEqualTo(SweepDoubt.FACTS_WRONG);
        assertThatThrownBy(() -> sweep.confirm(second, NOW)).isInstanceOf(StateRefused.class);
        assertThat(sweep.approve(first, NOW)).isTrue();
    }

    @Test
    void a_rejected_sweep_destroys_nothing() {
        RetentionSweep sweep = proposed(1, null);
        sweep.reject(first, SweepDoubt.DISPUTE_AHEAD, LocalDate.of(2026, 12, 23), NOW);
        assertThatThrownBy(() -> sweep.destroy(NOW)).isInstanceOf(StateRefused.class);
        assertThatThrownBy(() -> sweep.approve(first, NOW)).isInstanceOf(StateRefused.class);
        assertThat(sweep.status().isClosed()).isTrue();
    }

    @Test
    void there_is_no_certificate_before_nothing_is_left() {
        RetentionSweep sweep = proposed(1, null);
        sweep.approve(first, NOW);
        sweep.destroy(NOW);
        assertThatThrownBy(() -> sweep.certify("XH-1", "CODE")).isInstanceOf(StateRefused.class);
        assertThatThrownBy(() -> sweep.complete(NOW)).isInstanceOf(StateRefused.class);
    }

    private static RetentionSweep proposed(int approvals, @Nullable UUID by) {
        return RetentionSweep.propose(new RetentionSweep.Proposal(
                UUID.randomUUID(),
                "QL-2026-000001",
                UUID.randomUUID(),
                "vault",
                NOW,
                by,
                1,
                9,
                5,
                approvals,
                "RULE",
                "v1",
                "v1",
                "00"));
    }
}
