package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import io.shouxin.request.Channel;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestType;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.testing.EmptyPage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyPage.class)
class RelatedCasesTest {

    private static final UUID CLIENT = UUID.randomUUID();

    @Test
    void a_case_names_the_open_and_the_closed_ones_of_its_client_and_not_itself() {
        RequestReader reader = mock(RequestReader.class);
        SubjectRequest self = request("SC-2026-000001");
        SubjectRequest open = request("SC-2026-000002");
        SubjectRequest closed = request("SC-2025-000003");
        closed.close(RequestOutcome.NOTHING_HELD, Desks.NOW);
        when(reader.ofClient(CLIENT)).thenReturn(List.of(self, open, closed));
        RelatedCases.of(self, reader).forEach(UI.getCurrent()::add);
        assertThat(_find(RouteLink.class).stream().map(RouteLink::getText))
                .containsExactly("SC-2026-000002", "SC-2025-000003（未查到信息）");
    }

    private static SubjectRequest request(String reference) {
        return SubjectRequest.receive(
                new RequestId(UUID.randomUUID()),
                reference,
                RequestType.DELETION,
                CLIENT,
                Desks.BRANCH,
                Channel.PORTAL,
                "zh",
                null,
                Desks.NOW,
                Desks.NOW);
    }
}
