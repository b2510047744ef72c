package io.shouxin.spine;

import io.shouxin.record.Category;
import io.shouxin.record.ClaimKind;
import io.shouxin.record.ClaimSide;
import io.shouxin.record.Claims;
import io.shouxin.record.DealType;
import io.shouxin.record.NewClaim;
import io.shouxin.record.OpenClaim;
import io.shouxin.request.OpenClaims;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.shared.ChinaTime;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of open claims as the people of {@link TestFirm} work with it, and claims about a client's old sale. */
record ClaimDesk(TestFirm firm, Desks desks, OpenClaims service, JdbcClient jdbc) {

    /** Long enough ago that no law and no rule of strength B keeps it any more. */
    static final LocalDate LONG_AGO = LocalDate.of(2010, 6, 30);

    static final LocalDate TODAY = LocalDate.now(ChinaTime.ZONE);
    static final LocalDate REVIEW = TODAY.plusMonths(3);

    static ClaimDesk of(BeanFactory beans) {
        return new ClaimDesk(
                beans.getBean(TestFirm.class),
                Desks.of(beans),
                beans.getBean(OpenClaims.class),
                beans.getBean(JdbcClient.class));
    }

    static NewClaim aboutTheSale(TestFirm.Client client, String reference) {
        return about(client, LONG_AGO, reference);
    }

    static NewClaim about(TestFirm.Client client, LocalDate saleEnded, String reference) {
        return new NewClaim(
                client.id(),
                TestFirm.BRANCH,
                ClaimKind.UNPAID_FEE,
                ClaimSide.FIRM,
                reference,
                TODAY.minusDays(20),
                REVIEW,
                new OpenClaim.Deal(DealType.SALE, saleEnded.minusMonths(3), saleEnded),
                Set.of(),
                "尾款 canary金丝雀claim");
    }

    OpenClaim recordAs(String who, NewClaim claim) {
        return firm.asStaff(who, () -> service.record(claim)).claim();
    }

    void endAs(String who, OpenClaim claim) {
        firm.asStaff(who, () -> service.end(claim.id(), "已付清"));
    }

    /** As the second person reads them. */
    List<Claims.Entry> entries(TestFirm.Client client) {
        return firm.asStaff("second", () -> service.of(client.id()));
    }

    /** What the evidence log says about the client. */
    List<String> kinds(TestFirm.Client client) {
        return jdbc.sql("SELECT kind FROM evidence_entry WHERE subject_id = ?")
                .param(client.id())
                .query(String.class)
                .list();
    }

    RequestId submit(TestFirm.Client client) {
        return desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
    }

    List<RecordDecision> preview(UUID client) {
        return TestFirm.asClient(client, () -> desks.intake().preview(client, null));
    }

    List<RecordDecision> decisions(RequestId id) {
        return firm.asStaff("officer", () -> desks.reader().get(id)).decisions();
    }

    /** Keeps the contract's own data until that day, and gives up the rest. */
    void officerKeeps(RequestId id, LocalDate until) {
        List<Map<String, String>> all = decisions(id).stream()
                .filter(RecordDecision::isOpen)
                .map(decision -> {
                    Map<String, String> fields = new HashMap<>();
                    fields.put("recordId", decision.recordId().toString());
                    fields.put("reason", "已核对");
                    if (decision.category() == Category.TRANSACTION) {
                        fields.put("outcome", "RESTRICT_STORAGE_ONLY");
                        fields.put("until", until.toString());
                    } else {
                        fields.put("outcome", "DELETE_NOW");
                    }
                    return fields;
                })
                .toList();
        desks.decide(id, "officer", "officer-decisions", Map.of("decisions", all));
    }
}
