package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.document.PdfText;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.NotFound;
import io.shouxin.sweep.SweepStatus;
import io.shouxin.sweep.Sweeps;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What is approved goes once, whatever dies on the way, and is certified. */
class SweepDestructionTest extends SweepTest {

    @Autowired
    SweepDestructionTest(BeanFactory beans) {
        super(beans);
    }

    @Test
    void what_is_due_is_shown_approved_by_two_destroyed_and_certified() {
        TestFirm.Client one = firm.client("sweep-one", LONG_AGO);
        TestFirm.Client other = firm.client("sweep-other", LONG_AGO);
        TestFirm.Client recent = firm.client("sweep-recent", LocalDate.of(2026, 3, 15));
        UUID sweep = propose();

        Sweeps.View shown = firm.asStaff("officer", () -> sweeps.get(sweep));
        assertThat(shown.sweep().proposal().people())
                .as("two clients and their children")
                .isEqualTo(4);
        assertThat(shown.sweep().proposal().records()).isEqualTo(18);
        assertThat(shown.sweep().proposal().approvals())
                .as("a child's data are among them")
                .isEqualTo(2);
        assertThat(shown.groups()).isNotEmpty().allSatisfy(group -> assertThat(group.dueTo())
                .isBefore(ChinaTime.today(clock)));
        assertThat(shown.samples()).hasSize(4).allSatisfy(sample -> assertThat(
                        Objects.requireNonNull(sample.card()).maskedName())
                .doesNotContain("canary"));

        decide(sweep, "officer", "sweep-approval", Map.of("outcome", "APPROVED"));
        work();
        assertThat(held(one)).as("one approval destroys nothing").isEqualTo(8);
        decide(sweep, "second", "sweep-confirmation", Map.of("outcome", "APPROVED"));
        work();

        Sweeps.View done = firm.asStaff("officer", () -> sweeps.get(sweep));
        assertThat(done.sweep().status()).isEqualTo(SweepStatus.COMPLETED);
        assertThat(done.destroyed()).isEqualTo(18);
        assertThat(done.keys()).isEqualTo(4);
        assertThat(done.spared()).isEmpty();
        assertThat(done.samples()).as("nobody is looked at any more").isEmpty();
        assertThat(held(one) + held(other)).isZero();
        assertThat(held(recent)).isEqualTo(8);
        assertThat(count("SELECT count(*) FROM subject WHERE id = ? AND state = 'ERASED'", one.id()))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM erasure_ledger WHERE case_id = ?", sweep))
                .isPositive();
        assertThat(kinds(sweep))
                .contains(
                        "SWEEP_PROPOSED",
                        "SWEEP_DECIDED",
                        "ERASURE_PLANNED",
                        "ERASURE_CONFIRMED",
                        "KEY_DESTROYED",
                        "ERASURE_VERIFIED",
                        "DOCUMENT_ISSUED",
                        "SWEEP_CLOSED");
    }

    @Test
    void the_certificate_names_counts_and_keys_and_can_be_verified_by_anybody() {
        TestFirm.Client client = firm.client("sweep-certified", LONG_AGO);
        UUID sweep = propose();
        approve(sweep);
        work();
        String code = Objects.requireNonNull(firm.asStaff("officer", () -> sweeps.get(sweep))
                .sweep()
                .course()
                .verificationCode());
        String text = PdfText.of(firm.asStaff("officer", () -> sweeps.certificate(sweep, "zh")));
        assertThat(text)
                .contains("QL-")
                .contains(code)
                .contains("复查时间" + time("SELECT verified_at FROM sweep WHERE id = ?", sweep))
                .contains(time("SELECT destroyed_at FROM keys.data_key WHERE scope_id = ?", client.id()));
        client.canaries().forEach(canary -> assertThat(text).doesNotContain(canary));
        assertThat(reader.verify(code)).hasValueSatisfying(found -> {
            assertThat(found.erased()).isEqualTo(9);
            assertThat(found.kept()).isZero();
            assertThat(found.certificateNo()).startsWith("XH-QL-");
        });
        assertThatThrownBy(() -> firm.asStaff("clerk2", () -> sweeps.certificate(sweep, "zh")))
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "erasure-planned",
                "sweep-part-planned",
                "before-sending",
                "sending-noted",
                "erasure-sent",
                "sweep-part-destroyed",
                "sweep-verified",
                "sweep-certified"
            })
    void a_sweep_that_dies_in_the_middle_destroys_everything_once(String place) {
        TestFirm.Client one = firm.client("dies-1-" + place, LONG_AGO);
        TestFirm.Client other = firm.client("dies-2-" + place, LONG_AGO);
        UUID sweep = propose();
        approve(sweep);
        dieAt(place);
        assertThatThrownBy(this::work).hasMessageContaining("died at " + place);
        work();
        assertThat(status(sweep)).isEqualTo(SweepStatus.COMPLETED);
        assertThat(held(one) + held(other)).isZero();
        assertThat(count("SELECT sum(erased)::int FROM sweep_batch WHERE sweep_id = ?", sweep))
                .isEqualTo(18);
        assertThat(count("SELECT sum(erased)::int FROM vault_erasure WHERE case_id = ?", sweep))
                .isEqualTo(18);
        assertThat(count("SELECT count(*) FROM stored_file WHERE scope_id = ?", sweep))
                .isEqualTo(2);
    }

    private String time(String sql, UUID of) {
        return DateTimeFormatter.ofPattern("yyyy-MM-ddHH:mm:ss")
                .withZone(ChinaTime.ZONE)
                .format(jdbc.sql(sql).param(of).query(OffsetDateTime.class).single());
    }
}
