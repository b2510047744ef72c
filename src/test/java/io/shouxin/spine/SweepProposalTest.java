package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.record.HoldKind;
import io.shouxin.record.OpenClaim;
import io.shouxin.shared.Actor;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What is due: counted from the facts, proposed with what speaks for it, and never without a day. */
class SweepProposalTest extends SweepTest {

    @Autowired
    SweepProposalTest(BeanFactory beans) {
        super(beans);
    }

    @Test
    void the_day_follows_the_facts() {
        TestFirm.Client client = firm.client("sweep-facts", LONG_AGO);
        recount.recountNow();
        assertThat(due(client)).isEqualTo(8);
        UUID dispute = seal(client.id());
        recount.recountNow();
        assertThat(due(client)).isZero();
        transaction.executeWithoutResult(status -> holds.lift(dispute, HoldKind.SEAL, null, "SETTLED", Actor.SYSTEM));
        recount.recountNow();
        assertThat(due(client)).isEqualTo(8);
        OpenClaim claim = claim(client.id());
        recount.recountNow();
        assertThat(due(client)).isZero();
        transaction.executeWithoutResult(status -> claims.end(claim, "已付清", staff()));
        recount.recountNow();
        assertThat(due(client)).isEqualTo(8);
        assertThat(recount.recountNow()).as("nothing has changed").isZero();
        jdbc.sql("UPDATE record_due_basis SET basis = 'an older table'").update();
        assertThat(recount.recountNow())
                .as("another table counts everything again")
                .isPositive();
        assertThat(due(client)).isEqualTo(8);
    }

    @Test
    void a_record_without_a_day_is_never_proposed() {
        TestFirm.Client lead = firm.client("sweep-lead", null);
        recount.recountNow();
        assertThat(due(lead)).isZero();
        assertThat(firm.asStaff("officer", () -> sweeps.proposeNow(TestFirm.BRANCH)))
                .isEmpty();
        assertThat(firm.asStaff("officer", sweeps::branches))
                .anySatisfy(branch -> assertThat(branch.undated()).containsKey("NO_RULE"));
    }
}
