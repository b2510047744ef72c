package io.shouxin.spine;

import static io.shouxin.spine.ClaimDesk.LONG_AGO;
import static io.shouxin.spine.ClaimDesk.REVIEW;
import static io.shouxin.spine.ClaimDesk.about;
import static io.shouxin.spine.ClaimDesk.aboutTheSale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.record.OpenClaim;
import io.shouxin.request.OpenClaims;
import io.shouxin.request.RequestId;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who records a claim, who reads it, and who is not the second person of a case because of it. */
@SpringBootTest
@Import(TestFirm.class)
class OpenClaimRightsTest {

    private final TestFirm firm;
    private final Desks desks;
    private final ClaimDesk claims;
    private final StaffAccounts accounts;
    private final JdbcClient jdbc;

    @Autowired
    OpenClaimRightsTest(BeanFactory beans, TestFirm firm, StaffAccounts accounts, JdbcClient jdbc) {
        this.firm = firm;
        this.desks = Desks.of(beans);
        this.claims = ClaimDesk.of(beans);
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void only_staff_of_the_branch_record_a_claim_and_only_one_that_can_be_told_apart() {
        TestFirm.Client client = firm.client("claim-whose", LONG_AGO);
        assertThatThrownBy(() -> claims.recordAs("clerk2", aboutTheSale(client, "GZ-2026-09")))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> claims.recordAs("clerk", about(client, LONG_AGO.plusDays(1), "GZ-2026-09")))
                .as("no deal of that day")
                .isInstanceOf(AccessRefused.class);
        for (String reference : List.of(
                "",
                "陈静的案子",
                "13800001111",
                "138-0001-0001",
                "T138.0001.0001",
                "310101-19800101-123X",
                "1380001",
                "GZ-2026-138000",
                "GZ 1")) {
            assertThatThrownBy(() -> claims.recordAs("clerk", aboutTheSale(client, reference)))
                    .as(reference)
                    .isInstanceOf(InvalidInput.class);
        }
        claims.recordAs("clerk", aboutTheSale(client, "GZ-2026-00123"));
        claims.recordAs("clerk", aboutTheSale(client, "GZ-2026-09"));
        assertThatThrownBy(() -> jdbc.sql("UPDATE open_claim SET reference = '138-0001-0001' WHERE subject_id = ?")
                        .param(client.id())
                        .update())
                .as("the database refuses it too")
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> claims.recordAs("clerk", aboutTheSale(client, "GZ-2026-09")))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo("record.claim.error.known"));
        assertThat(firm.asStaff("clerk2", () -> claims.service().of(client.id())))
                .isEmpty();
    }

    @Test
    void a_case_of_a_branch_that_one_does_not_see_is_decided_again_without_being_named() {
        TestFirm.Client client = firm.client("claim-elsewhere", LONG_AGO);
        RequestId id = claims.submit(client);
        desks.task(id, "clerk", "review-decisions");
        move(id, TestFirm.OTHER_BRANCH);
        OpenClaims.Effect effect =
                firm.asStaff("clerk", () -> claims.service().record(aboutTheSale(client, "GZ-2026-21")));
        assertThat(effect.again()).isEmpty();

        move(id, TestFirm.BRANCH);
        desks.task(id, "officer", "officer-decisions");
        OpenClaims.Effect ended = firm.asStaff(
                "officer", () -> claims.service().end(effect.claim().id(), "已付清"));
        assertThat(ended.again()).hasSize(1);
    }

    private void move(RequestId id, UUID branch) {
        jdbc.sql("UPDATE request SET branch_id = ? WHERE id = ?")
                .params(branch, id.value())
                .update();
    }

    @Test
    void an_auditor_sees_a_claim_but_does_not_read_what_was_written_about_it() {
        if (accounts.byUsername("auditor").isEmpty()) {
            accounts.create(
                    new StaffAccount(
                            UUID.randomUUID(),
                            "auditor",
                            "auditor",
                            Set.of(Role.AUDITOR),
                            Set.of(TestFirm.BRANCH),
                            true),
                    "secret");
        }
        TestFirm.Client client = firm.client("claim-audited", LONG_AGO);
        OpenClaim claim = claims.recordAs("clerk", aboutTheSale(client, "GZ-2026-20"));
        claims.endAs("officer", claim);
        assertThat(firm.asStaff("auditor", () -> claims.service().of(client.id())))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.claim().id()).isEqualTo(claim.id());
                    assertThat(entry.note() + entry.endNote()).isEmpty();
                });
    }

    @Test
    void who_recorded_the_claim_is_not_the_second_person() {
        TestFirm.Client client = firm.client("claim-own", LONG_AGO);
        RequestId id = claims.submit(client);
        desks.task(id, "clerk", "review-decisions");
        claims.recordAs("second", aboutTheSale(client, "GZ-2026-06"));
        desks.task(id, "officer", "officer-decisions");
        claims.officerKeeps(id, REVIEW);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        assertThatThrownBy(() -> desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED")))
                .isInstanceOf(AccessRefused.class);
        desks.decide(id, "third", "second-review", Map.of("outcome", "APPROVED"));
    }

    @Test
    void who_recorded_the_claim_before_the_case_came_is_not_the_second_person_either() {
        TestFirm.Client client = firm.client("claim-before-own", LONG_AGO);
        claims.recordAs("second", aboutTheSale(client, "GZ-2026-17"));
        RequestId id = claims.submit(client);
        desks.task(id, "officer", "officer-decisions");
        claims.officerKeeps(id, REVIEW);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        assertThatThrownBy(() -> desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED")))
                .isInstanceOf(AccessRefused.class);
        desks.decide(id, "third", "second-review", Map.of("outcome", "APPROVED"));
    }
}
