package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.deadline.ClockState;
import io.shouxin.document.PdfText;
import io.shouxin.identity.ApiClients;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestStatus;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** A case whose proof did not come: its letter, and its way on. */
@SpringBootTest
@Import({TestFirm.class, ProofTimer.class})
class NoProofCaseTest {

    private final TestFirm firm;
    private final Desks desks;
    private final ProofTimer timer;
    private final ApiClients clients;

    @Autowired
    NoProofCaseTest(TestFirm firm, ApplicationContext context, ProofTimer timer, ApiClients clients) {
        this.firm = firm;
        this.desks = Desks.of(context);
        this.timer = timer;
        this.clients = clients;
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void the_client_reads_the_letter_that_closed_the_case() {
        TestFirm.Client client = firm.client("interim", null);
        RequestId id = closedWithoutProof(client);

        assertThat(desks.view(id, client.id()).request().outcome()).isEqualTo(RequestOutcome.NO_PROOF);
        assertThat(desks.view(id, client.id()).documents())
                .contains("interim-1-zh", "interim-1-en")
                .doesNotContain("letter-zh");
        assertThat(letter(id, client, "interim-1-zh"))
                .contains(
                        desks.view(id, client.id()).request().reference(),
                        "证件号码后6位",
                        PdfText.squeezed("也可到店出示证件，但不是必须"));
    }

    @Test
    void each_closing_has_its_own_letter() {
        TestFirm.Client client = firm.client("interim-twice", null);
        RequestId id = closedWithoutProof(client);
        asClient(client, () -> desks.intake().reopen(id, ProofMethod.ONE_TIME_CODE));
        expire(id, client);

        assertThat(desks.view(id, client.id()).documents())
                .contains("interim-1-zh", "interim-1-en", "interim-2-zh", "interim-2-en");
    }

    @Test
    void an_integrator_finds_no_letter_of_a_case_that_it_did_not_send_in() {
        TestFirm.Client client = firm.client("interim-secret", null);
        RequestId id = closedWithoutProof(client);
        String integrator = "crm-" + UUID.randomUUID();
        clients.create(integrator, "secret", Set.of("requests:read"), null);

        assertThat(asIntegrator(integrator, () -> desks.reader().get(id)).documents())
                .containsExactlyInAnyOrder("receipt-zh", "receipt-en");
        assertThatThrownBy(() -> asIntegrator(integrator, () -> desks.reader().document(id, "interim-1-zh")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_client_without_a_question_on_file_reopens_and_is_called() {
        TestFirm.Client client = firm.quietClient("reopens-for-call");
        RequestId id = desks.submit(client, "", ProofMethod.ONE_TIME_CODE);
        desks.decide(id, "clerk", "call-client", Map.of("outcome", "NOT_REACHED", "text", "无人接听"));
        expire(id, client);
        assertThat(desks.view(id, client.id()).request().outcome()).isEqualTo(RequestOutcome.NO_PROOF);

        asClient(client, () -> desks.intake().reopen(id, null));
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_CALL);
        assertThat(desks.view(id, client.id()).clock().state()).isEqualTo(ClockState.RUNNING);
        throughToTheCertificate(id, client);
    }

    @Test
    void staff_reopen_for_a_client_who_called_or_came_after_all() {
        TestFirm.Client client = firm.client("staff-reopen", null);
        RequestId id = closedWithoutProof(client);
        assertThatThrownBy(() -> firm.asStaff("clerk2", () -> reopen(id))).isInstanceOf(AccessRefused.class);

        firm.asStaff("clerk", () -> reopen(id));
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_CALL);
        throughToTheCertificate(id, client);
    }

    @Test
    void a_case_that_was_decided_is_not_reopened() {
        TestFirm.Client client = firm.client("no-reopen", null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
        assertThatThrownBy(() -> firm.asStaff("clerk", () -> reopen(id))).isInstanceOf(StateRefused.class);
    }

    @Test
    void a_letter_stays_genuine_after_its_case_was_reopened() {
        TestFirm.Client client = firm.quietClient("genuine");
        RequestId id = desks.submit(client, "", ProofMethod.ONE_TIME_CODE);
        desks.decide(id, "clerk", "call-client", Map.of("outcome", "NOT_REACHED", "text", "无人接听"));
        expire(id, client);
        String code = String.valueOf(desks.view(id, client.id()).request().verificationCode());
        assertThat(desks.reader().verify(code))
                .hasValueSatisfying(paper -> assertThat(paper.underWay()).isFalse());

        asClient(client, () -> desks.intake().reopen(id, null));
        assertThat(desks.reader().verify(code)).hasValueSatisfying(paper -> {
            assertThat(paper.outcome()).isEqualTo(RequestOutcome.NO_PROOF);
            assertThat(paper.underWay()).isTrue();
            assertThat(paper.papers()).extracting(RequestReader.Paper::kind).containsExactly("interim");
        });
        throughToTheCertificate(id, client);
        assertThat(desks.reader().verify(code)).hasValueSatisfying(paper -> {
            assertThat(paper.outcome()).isEqualTo(RequestOutcome.COMPLETED);
            assertThat(paper.underWay()).isFalse();
            assertThat(paper.papers())
                    .extracting(RequestReader.Paper::kind)
                    .containsExactlyInAnyOrder("interim", "letter", "certificate");
        });
    }

    private boolean reopen(RequestId id) {
        desks.intake().reopen(id, null);
        return true;
    }

    private void throughToTheCertificate(RequestId id, TestFirm.Client client) {
        desks.decide(
                id,
                "clerk",
                "call-client",
                Map.of("outcome", "PROOF_SEEN", "method", "CALLED_BACK", "text", "接通登记号码，核对无误"));
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        assertThat(desks.closed(id, client.id()).request().outcome()).isEqualTo(RequestOutcome.COMPLETED);
        assertThat(desks.view(id, client.id()).documents()).contains("interim-1-zh", "letter-zh", "certificate-zh");
        assertThat(letter(id, client, "letter-zh"))
                .contains(desks.view(id, client.id()).request().reference());
    }

    private RequestId closedWithoutProof(TestFirm.Client client) {
        RequestId id = desks.submit(client, "", ProofMethod.ONE_TIME_CODE);
        expire(id, client);
        return id;
    }

    private void expire(RequestId id, TestFirm.Client client) {
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_PROOF);
        timer.runOut(id);
        desks.closed(id, client.id());
    }

    private String letter(RequestId id, TestFirm.Client client, String name) {
        return PdfText.of(TestFirm.asClient(client.id(), () -> desks.reader().document(id, name)));
    }

    private static void asClient(TestFirm.Client client, Runnable act) {
        TestFirm.asClient(client.id(), () -> {
            act.run();
            return null;
        });
    }

    private static <T> T asIntegrator(String name, Supplier<T> work) {
        Jwt token =
                Jwt.withTokenValue("token").header("alg", "none").subject(name).build();
        SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(token));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
