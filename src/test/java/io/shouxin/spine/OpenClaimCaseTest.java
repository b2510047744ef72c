package io.shouxin.spine;

import static io.shouxin.spine.ClaimDesk.LONG_AGO;
import static io.shouxin.spine.ClaimDesk.REVIEW;
import static io.shouxin.spine.ClaimDesk.TODAY;
import static io.shouxin.spine.ClaimDesk.aboutTheSale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.document.PdfText;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.platform.database.DatabaseAccess;
import io.shouxin.record.Claims;
import io.shouxin.record.OpenClaim;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseView;
import io.shouxin.request.DecisionTexts;
import io.shouxin.request.OpenClaims;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.retention.DecisionReason;
import io.shouxin.retention.Strength;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import io.shouxin.testing.EveryTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A claim comes, stands or ends while a case runs, or after it: what the officer, the clerk and the client then see. */
@SpringBootTest
@Import(TestFirm.class)
class OpenClaimCaseTest {

    private final TestFirm firm;
    private final Desks desks;
    private final ClaimDesk claims;
    private final JdbcClient jdbc;
    private final DatabaseAccess database;

    @Autowired
    OpenClaimCaseTest(BeanFactory beans, TestFirm firm, JdbcClient jdbc, DatabaseAccess database) {
        this.firm = firm;
        this.desks = Desks.of(beans);
        this.claims = ClaimDesk.of(beans);
        this.jdbc = jdbc;
        this.database = database;
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void a_claim_that_comes_during_the_review_brings_the_case_to_the_officer_and_into_the_letter() {
        TestFirm.Client client = firm.client("claim-late", LONG_AGO);
        RequestId id = claims.submit(client);
        desks.task(id, "clerk", "review-decisions");
        assertThat(claims.decisions(id)).allMatch(RecordDecision::erases);

        OpenClaim claim = claims.recordAs("clerk", aboutTheSale(client, "GZ-2026-01"));
        desks.task(id, "officer", "officer-decisions");
        assertThat(firm.asStaff("clerk", () -> desks.inbox().ofCase(id.value())))
                .as("nobody reviews the decisions of before")
                .noneMatch(task -> task.kind().equals("review-decisions"));
        List<RecordDecision> open =
                claims.decisions(id).stream().filter(RecordDecision::isOpen).toList();
        assertThat(open)
                .isNotEmpty()
                .allMatch(decision -> decision.subjectId().equals(client.id()))
                .allMatch(decision -> decision.proposed().reason() == DecisionReason.OPEN_CLAIM)
                .allMatch(decision -> decision.proposed().strength() == Strength.C)
                .allMatch(decision -> REVIEW.equals(decision.proposed().until()));
        assertThat(DecisionTexts.forStaff(open.get(0), Locale.SIMPLIFIED_CHINESE))
                .contains("费用未付", claim.reference());

        claims.officerKeeps(id, REVIEW);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        assertThat(desks.closed(id, client.id()).request().outcome()).isEqualTo(RequestOutcome.PARTLY_COMPLETED);
        assertThat(PdfText.of(
                        TestFirm.asClient(client.id(), () -> desks.reader().document(id, "letter-zh"))))
                .contains(PdfText.squeezed(Texts.of(Locale.SIMPLIFIED_CHINESE).get("retention.refusal.R14")));
        assertThat(claims.entries(client))
                .as("the text is read after the person's key was replaced")
                .extracting(Claims.Entry::note)
                .containsExactly("尾款 canary金丝雀claim");
        assertThat(EveryTable.of(database)).doesNotContain("canary金丝雀claim");
        assertThat(claims.kinds(client)).contains(EvidenceKind.CLAIM_RECORDED.name());
    }

    @Test
    void a_claim_that_comes_before_the_second_person_takes_the_refusal_back() {
        TestFirm.Client client = firm.client("claim-refused", LONG_AGO);
        RequestId id = claims.submit(client);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "REFUSED", "code", "R6", "text", "涉及他人"));
        desks.task(id, "second", "second-review");
        claims.recordAs("clerk", aboutTheSale(client, "GZ-2026-05"));
        desks.task(id, "officer", "officer-decisions");
        assertThat(firm.asStaff("officer", () -> desks.reader().get(id))
                        .request()
                        .refusalCode())
                .isNull();
    }

    @Test
    void a_claim_that_comes_while_a_case_erases_says_so_and_changes_nothing_there() {
        TestFirm.Client client = firm.client("claim-too-late", LONG_AGO);
        RequestId id = claims.submit(client);
        desks.task(id, "clerk", "review-decisions");
        jdbc.sql("UPDATE request SET status = 'ERASING', erasure_began_at = now() WHERE id = ?")
                .param(id.value())
                .update();
        OpenClaims.Effect effect =
                firm.asStaff("clerk", () -> claims.service().record(aboutTheSale(client, "GZ-2026-16")));
        CaseView view = firm.asStaff("officer", () -> desks.reader().get(id));
        assertThat(effect.again()).isEmpty();
        assertThat(effect.tooLate()).containsExactly(view.request().reference());
        assertThat(view.events())
                .extracting(CaseEvent::kind)
                .contains(CaseEvent.Kind.CLAIM_TOO_LATE)
                .doesNotContain(CaseEvent.Kind.CLAIM_RECORDED);
        assertThat(view.decisions()).allMatch(RecordDecision::erases);
    }

    @Test
    void the_officer_gives_only_an_answer_that_the_rules_offer() {
        TestFirm.Client client = firm.client("claim-refuse", LONG_AGO);
        claims.recordAs("clerk", aboutTheSale(client, "GZ-2026-15"));
        RequestId id = claims.submit(client);
        desks.task(id, "officer", "officer-decisions");
        RecordDecision open = claims.decisions(id).stream()
                .filter(RecordDecision::isOpen)
                .findFirst()
                .orElseThrow();
        assertThat(open.proposed().alternatives()).doesNotContain("REFUSE");
        assertThatThrownBy(() -> desks.decide(
                        id,
                        "officer",
                        "officer-decisions",
                        Map.of(
                                "decisions",
                                List.of(Map.of(
                                        "recordId", open.recordId().toString(),
                                        "outcome", "REFUSE",
                                        "code", "R14",
                                        "reason", "已核对")))))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo("request.error.notOffered"));
    }

    @Test
    void nobody_keeps_longer_than_until_the_claim_is_looked_at_again() {
        TestFirm.Client client = firm.client("claim-too-long", LONG_AGO);
        claims.recordAs("clerk", aboutTheSale(client, "GZ-2026-02"));
        RequestId id = claims.submit(client);
        desks.task(id, "officer", "officer-decisions");
        assertThatThrownBy(() -> claims.officerKeeps(id, REVIEW.plusDays(1)))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo("request.error.untilAfterReview"));
    }

    @Test
    void a_claim_that_nobody_looked_at_in_time_keeps_no_longer_than_a_new_one_could() {
        TestFirm.Client client = firm.client("claim-overdue", LONG_AGO);
        claims.recordAs("clerk", aboutTheSale(client, "GZ-2026-14"));
        jdbc.sql("UPDATE open_claim SET review_on = ? WHERE subject_id = ?")
                .params(TODAY.minusDays(1), client.id())
                .update();
        RequestId id = claims.submit(client);
        desks.task(id, "officer", "officer-decisions");
        LocalDate longest = TODAY.plus(Claims.LONGEST_UNTIL_REVIEW);
        assertThatThrownBy(() -> claims.officerKeeps(id, longest.plusDays(1)))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo("request.error.untilAfterReview"));
        claims.officerKeeps(id, longest);
    }

    @Test
    void the_officer_ends_a_claim_and_the_case_is_decided_again_without_it() {
        TestFirm.Client client = firm.client("claim-ended", LONG_AGO);
        OpenClaim claim = claims.recordAs("clerk", aboutTheSale(client, "GZ-2026-04"));
        RequestId id = claims.submit(client);
        desks.task(id, "officer", "officer-decisions");
        assertThatThrownBy(() -> claims.endAs("clerk", claim)).isInstanceOf(AccessRefused.class);

        claims.endAs("officer", claim);
        desks.task(id, "clerk", "review-decisions");
        assertThat(claims.decisions(id)).allMatch(RecordDecision::erases);
        assertThat(claims.entries(client)).extracting(Claims.Entry::endNote).containsExactly("已付清");
        assertThat(claims.kinds(client)).contains(EvidenceKind.CLAIM_ENDED.name());
        assertThatThrownBy(() -> claims.endAs("officer", claim)).isInstanceOf(StateRefused.class);
    }

    @Test
    void what_a_closed_case_keeps_for_a_claim_alone_has_its_last_day_when_the_claim_ends() {
        TestFirm.Client client = firm.client("claim-closed", LONG_AGO);
        OpenClaim first = claims.recordAs("clerk", aboutTheSale(client, "GZ-2026-18"));
        OpenClaim other = claims.recordAs("clerk", aboutTheSale(client, "GZ-2026-19"));
        RequestId id = claims.submit(client);
        desks.task(id, "officer", "officer-decisions");
        claims.officerKeeps(id, REVIEW);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        desks.closed(id, client.id());

        claims.endAs("officer", first);
        assertThat(storedUntil(client)).as("another claim still needs it").containsExactly(REVIEW);
        claims.endAs("officer", other);
        assertThat(storedUntil(client)).containsExactly(TODAY);
        assertThat(claims.kinds(client)).contains(EvidenceKind.RESTRICTION_LIFTED.name());
    }

    private List<LocalDate> storedUntil(TestFirm.Client client) {
        return jdbc.sql(
                        "SELECT until_on FROM hold WHERE kind = 'STORAGE_ONLY' AND subject_id = ? AND lifted_at IS NULL")
                .param(client.id())
                .query(LocalDate.class)
                .list();
    }
}
