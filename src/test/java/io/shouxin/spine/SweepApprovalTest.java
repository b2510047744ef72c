package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.sweep.SweepStatus;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** By how many a sweep is approved, and what becomes of it where somebody doubts. */
class SweepApprovalTest extends SweepTest {

    @Autowired
    SweepApprovalTest(BeanFactory beans) {
        super(beans);
    }

    @Test
    void below_the_share_one_person_suffices() {
        firm.worker("sweep-small", LONG_AGO);
        for (int i = 0; i < 25; i++) {
            firm.client("sweep-many-" + i, LocalDate.of(2026, 3, 15));
        }
        UUID sweep = propose();
        assertThat(firm.asStaff("officer", () -> sweeps.get(sweep))
                        .sweep()
                        .proposal()
                        .approvals())
                .isEqualTo(1);
        decide(sweep, "officer", "sweep-approval", Map.of("outcome", "APPROVED"));
        work();
        assertThat(status(sweep)).isEqualTo(SweepStatus.COMPLETED);
        assertThat(count("SELECT count(*) FROM sweep_item WHERE sweep_id = ? AND state = 'DESTROYED'", sweep))
                .isEqualTo(1);
    }

    @Test
    void a_rejection_names_a_doubt_keeps_everything_and_rests() {
        TestFirm.Client client = firm.client("sweep-rejected", LONG_AGO);
        UUID sweep = propose();
        assertThatThrownBy(() -> decide(sweep, "officer", "sweep-approval", Map.of("outcome", "REJECTED")))
                .isInstanceOf(InvalidInput.class);
        decide(sweep, "officer", "sweep-approval", Map.of("outcome", "REJECTED", "doubt", "DISPUTE_AHEAD"));
        work();
        assertThat(status(sweep)).isEqualTo(SweepStatus.REJECTED);
        assertThat(held(client)).isEqualTo(8);
        assertThat(firm.asStaff("officer", sweeps::branches))
                .filteredOn(branch -> branch.branch().id().equals(TestFirm.BRANCH))
                .singleElement()
                .satisfies(branch -> {
                    assertThat(branch.restUntil())
                            .isEqualTo(ChinaTime.today(clock).plusDays(30));
                    assertThat(branch.due()).isEqualTo(9);
                });
        assertThat(firm.asStaff("officer", () -> sweeps.proposeNow(TestFirm.BRANCH)))
                .as("the officer may look again before")
                .isPresent();
    }

    @Test
    void the_second_person_may_return_it_and_two_sweeps_of_a_branch_never_run_at_once() {
        firm.client("sweep-returned", LONG_AGO);
        UUID sweep = propose();
        decide(sweep, "officer", "sweep-approval", Map.of("outcome", "APPROVED"));
        decide(sweep, "second", "sweep-confirmation", Map.of("outcome", "RETURNED", "doubt", "FACTS_WRONG"));
        work();
        assertThat(status(sweep)).isEqualTo(SweepStatus.PROPOSED);
        assertThatThrownBy(() -> firm.asStaff("officer", () -> sweeps.proposeNow(TestFirm.BRANCH)))
                .isInstanceOf(StateRefused.class);
        assertThatThrownBy(() -> firm.asStaff("clerk", () -> sweeps.proposeNow(TestFirm.BRANCH)))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> firm.asStaff("clerk", () -> sweeps.get(sweep))).isInstanceOf(NotFound.class);
    }
}
