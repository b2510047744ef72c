package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.document.PdfText;
import io.shouxin.request.ProofMethod;
import io.shouxin.shared.NotFound;
import io.shouxin.sweep.SweepStatus;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands against destruction by the time it comes is respected and named. */
class SweepSparingTest extends SweepTest {

    @Autowired
    SweepSparingTest(BeanFactory beans) {
        super(beans);
    }

    @Test
    void what_something_stands_against_by_then_stays_and_is_named() {
        TestFirm.Client sealed = firm.client("sweep-sealed", LONG_AGO);
        TestFirm.Client claimed = firm.client("sweep-claimed", LONG_AGO);
        TestFirm.Client asking = firm.client("sweep-asking", LONG_AGO);
        TestFirm.Client plain = firm.client("sweep-plain", LONG_AGO);
        UUID sweep = propose();
        approve(sweep);
        seal(sealed.id());
        claim(claimed.id());
        desks.submit(asking, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        work();

        assertThat(status(sweep)).isEqualTo(SweepStatus.COMPLETED);
        assertThat(held(plain)).isZero();
        assertThat(held(sealed)).isEqualTo(8);
        assertThat(held(claimed)).isEqualTo(8);
        assertThat(held(asking)).isEqualTo(8);
        assertThat(count("SELECT count(*) FROM record WHERE subject_id = ?", asking.child()))
                .as("a child stands in its parent's case")
                .isEqualTo(1);
        Map<String, Integer> spared =
                firm.asStaff("officer", () -> sweeps.get(sweep)).spared();
        assertThat(spared)
                .containsEntry("SEALED", 8)
                .containsEntry("OPEN_CLAIM", 8)
                .containsEntry("CASE_OPEN", 9);
        assertThat(PdfText.of(firm.asStaff("officer", () -> sweeps.certificate(sweep, "zh"))))
                .contains(PdfText.squeezed("有未了结的主张"));
    }

    @Test
    void where_everything_stays_there_is_no_certificate() {
        TestFirm.Client client = firm.worker("sweep-all-stays", LONG_AGO);
        UUID sweep = propose();
        approve(sweep);
        seal(client.id());
        work();
        assertThat(status(sweep)).isEqualTo(SweepStatus.COMPLETED);
        assertThatThrownBy(() -> firm.asStaff("officer", () -> sweeps.certificate(sweep, "zh")))
                .isInstanceOf(NotFound.class);
    }
}
