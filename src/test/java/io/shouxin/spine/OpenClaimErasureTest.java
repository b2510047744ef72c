package io.shouxin.spine;

import static io.shouxin.spine.ClaimDesk.LONG_AGO;
import static io.shouxin.spine.ClaimDesk.aboutTheSale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.record.ClaimEnded;
import io.shouxin.record.Claims;
import io.shouxin.record.OpenClaim;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.NotFound;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Erasing a person ends the claims about them, and nothing that was written about these stays. */
@SpringBootTest
@Import(TestFirm.class)
class OpenClaimErasureTest {

    private final TestFirm firm;
    private final Desks desks;
    private final ClaimDesk claims;
    private final Claims register;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    @Autowired
    OpenClaimErasureTest(
            BeanFactory beans,
            TestFirm firm,
            Claims register,
            PlatformTransactionManager transactions,
            JdbcClient jdbc) {
        this.firm = firm;
        this.desks = Desks.of(beans);
        this.claims = ClaimDesk.of(beans);
        this.register = register;
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void nothing_that_was_written_about_a_claim_outlives_the_person() {
        TestFirm.Client client = firm.client("claim-gone", LONG_AGO);
        OpenClaim claim = claims.recordAs("clerk", aboutTheSale(client, "GZ-2026-10"));
        claims.endAs("officer", claim);
        RequestId id = claims.submit(client);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        assertThat(desks.closed(id, client.id()).request().outcome()).isEqualTo(RequestOutcome.COMPLETED);
        assertThat(jdbc.sql("SELECT count(*) FROM open_claim WHERE id = ? AND note IS NULL AND end_note IS NULL")
                        .param(claim.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void erasing_everything_about_a_person_ends_the_claims_that_stand_and_makes_no_new_key() {
        TestFirm.Client client = firm.client("claim-stands", LONG_AGO);
        OpenClaim claim = claims.recordAs("clerk", aboutTheSale(client, "GZ-2026-11"));
        erasedInSpiteOfTheClaim(client);

        assertThat(jdbc.sql("""
                                SELECT num_nonnulls(reference, since, review_on, records, deal_type, note, end_note, ended_by)
                                FROM open_claim WHERE id = ? AND ended_at IS NOT NULL
                                """).param(claim.id()).query(Integer.class).single())
                .isZero();
        assertThat(jdbc.sql("""
                                SELECT outcome FROM evidence_entry
                                WHERE kind = 'CLAIM_ENDED' AND actor_kind = 'SYSTEM' AND target_id = ?
                                """)
                        .param(claim.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("PERSON_ERASED");
        assertThatThrownBy(() -> claims.endAs("officer", claim)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> claims.recordAs("clerk", aboutTheSale(client, "GZ-2026-12")))
                .isInstanceOf(AccessRefused.class);
        assertThat(jdbc.sql("""
                                SELECT count(*) FROM keys.data_key
                                WHERE scope_kind = 'SUBJECT' AND scope_id = ? AND destroyed_at IS NULL
                                """).param(client.id()).query(Integer.class).single())
                .isZero();
        assertThat(claims.entries(client)).isEmpty();
        assertThat(firm.asStaff("clerk", () -> claims.service().choices(client.id())))
                .isEmpty();
    }

    @Test
    void a_claim_that_an_erasure_ended_meanwhile_is_not_ended_again() {
        TestFirm.Client client = firm.client("claim-raced", LONG_AGO);
        OpenClaim claim = claims.recordAs("clerk", aboutTheSale(client, "GZ-2026-13"));
        erasedInSpiteOfTheClaim(client);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> register.end(
                        claim, "晚了一步", new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "x", Set.of(), Set.of()))))
                .isInstanceOf(ClaimEnded.class);
    }

    /** The officer looks at each record that a claim bears on, and erases it. */
    private void erasedInSpiteOfTheClaim(TestFirm.Client client) {
        RequestId id = claims.submit(client);
        desks.decideOpen(id, Map.of("outcome", "DELETE_NOW", "reason", "不必用来证明"));
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        assertThat(desks.closed(id, client.id()).request().outcome()).isEqualTo(RequestOutcome.COMPLETED);
    }
}
