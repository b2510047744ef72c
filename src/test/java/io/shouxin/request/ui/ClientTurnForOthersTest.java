package io.shouxin.request.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.shouxin.request.AskedNeed;
import io.shouxin.request.AskedPaper;
import io.shouxin.request.Authority;
import io.shouxin.request.AuthorityView;
import io.shouxin.request.Capacity;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.Need;
import io.shouxin.request.OnBehalf;
import io.shouxin.request.Paper;
import io.shouxin.request.ProcessTrace;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestType;
import io.shouxin.request.StrongProofs;
import io.shouxin.request.SubjectRequest;
import io.shouxin.testing.EmptyPage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the progress page asks of somebody who asks for another person. */
@ExtendWith(EmptyPage.class)
class ClientTurnForOthersTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:12:00Z");

    private final RequestIntake intake = mock(RequestIntake.class);
    private final StrongProofs proofs = mock(StrongProofs.class);
    private final ClientTurn turn = new ClientTurn(intake, proofs, Runnable::run, () -> {});

    @Test
    void nothing_of_the_person_is_asked_and_the_page_is_the_same_whether_they_are_known() {
        String unknown = words(RequesterTurn.papers(view(null), authority()));
        String known = words(RequesterTurn.papers(view(UUID.randomUUID()), authority()));

        assertThat(known).isEqualTo(unknown).contains("授权委托书", "上传照片").doesNotContain("证件号码", "回电");
        verifyNoInteractions(proofs, intake);
    }

    @Test
    void even_where_a_proof_of_identity_would_be_asked_nothing_is_asked_of_the_persons_records() {
        turn.ofClient(view(UUID.randomUUID()));
        turn.ofFirm(view(UUID.randomUUID()).request());
        verifyNoInteractions(proofs, intake);
    }

    @Test
    void what_was_said_in_the_request_is_asked_for_again_only_after_somebody_has_read_it() {
        AskedNeed said = new AskedNeed(
                Need.INTEREST, List.of(new AskedPaper(Need.INTEREST, Paper.STATEMENT_OF_INTEREST, "R", "", "")));
        Authority claimed = authority().authority();
        assertThat(RequesterTurn.toShow(new AuthorityView(claimed, List.of(said), false)))
                .isEmpty();
        assertThat(RequesterTurn.toShow(new AuthorityView(claimed, List.of(said), true)))
                .containsExactly(said);
    }

    private static AuthorityView authority() {
        AskedNeed power =
                new AskedNeed(Need.POWER, List.of(new AskedPaper(Need.POWER, Paper.POWER_OF_ATTORNEY, "R", "", "")));
        Authority claimed = Authority.claimed(
                new RequestId(UUID.randomUUID()),
                new OnBehalf(Capacity.AGENT, null, false, new OnBehalf.Person("张明", "", ""), "", ""),
                false);
        return new AuthorityView(claimed, List.of(power), false);
    }

    @Test
    void a_case_is_reopened_without_a_proof_of_identity() {
        CaseView view = view(UUID.randomUUID());
        Div part = turn.reopening(view);
        UI.getCurrent().add(part);
        _click(_get(Button.class));
        verify(intake).reopen(view.request().id(), null);
        verifyNoInteractions(proofs);
    }

    private static String words(Div part) {
        return part.getElement().getTextRecursively();
    }

    private static CaseView view(@Nullable UUID person) {
        SubjectRequest request = SubjectRequest.receive(
                new RequestId(UUID.randomUUID()),
                "SC-2026-000482",
                RequestType.DELETION,
                Capacity.AGENT,
                null,
                UUID.randomUUID(),
                Channel.PORTAL,
                "zh",
                null,
                NOW,
                NOW);
        request.concern(
                person,
                Authority.claimed(
                        request.id(),
                        new OnBehalf(Capacity.AGENT, null, false, new OnBehalf.Person("张明", "", ""), "", ""),
                        false));
        return new CaseView(
                request,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new ProcessTrace("deletion-request", List.of(), List.of("await-papers")));
    }
}
