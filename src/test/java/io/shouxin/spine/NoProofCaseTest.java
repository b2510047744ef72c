package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.document.PdfText;
import io.shouxin.identity.ApiClients;
import io.shouxin.request.CaseView;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestStatus;
import io.shouxin.shared.NotFound;
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

        assertThat(view(id, client).request().outcome()).isEqualTo(RequestOutcome.NO_PROOF);
        assertThat(view(id, client).documents())
                .contains("interim-1-zh", "interim-1-en")
                .doesNotContain("letter-zh");
        assertThat(letter(id, client, "interim-1-zh"))
                .contains(view(id, client).request().reference(), "证件号码后6位");
    }

    @Test
    void each_closing_has_its_own_letter() {
        TestFirm.Client client = firm.client("interim-twice", null);
        RequestId id = closedWithoutProof(client);
        asClient(client, () -> desks.intake().reopen(id, ProofMethod.ONE_TIME_CODE));
        expire(id, client);

        assertThat(view(id, client).documents())
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

    private CaseView view(RequestId id, TestFirm.Client client) {
        return TestFirm.asClient(client.id(), () -> desks.reader().get(id));
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
