package io.shouxin.request.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import io.shouxin.request.BehalfDraft;
import io.shouxin.request.RequesterSession;
import io.shouxin.testing.EmptyPage;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is led elsewhere from the questions about a request for another person. */
@ExtendWith(EmptyPage.class)
class BehalfPageTest {

    private final Behalf behalf = mock(Behalf.class);
    private final RequesterSession requesters = mock(RequesterSession.class);
    private final BeforeEnterEvent event = mock(BeforeEnterEvent.class);

    @BeforeEach
    void nobody_has_proved_a_telephone() {
        when(behalf.requesters()).thenReturn(requesters);
        when(behalf.draft()).thenReturn(BehalfDraft.fresh());
        when(behalf.sent()).thenReturn(Optional.empty());
        when(requesters.current()).thenReturn(Optional.empty());
        when(requesters.canAsk()).thenReturn(true);
        when(event.getLocation()).thenReturn(new Location("others"));
    }

    @Test
    void a_member_of_the_firm_enters_it_in_the_workspace() {
        when(behalf.isStaff()).thenReturn(true);
        OthersCapacityPage page = new OthersCapacityPage(behalf);
        page.beforeEnter(event);
        verify(event).forwardTo("staff/requests/new");
        assertThat(page.getComponentCount()).isZero();
    }

    @Test
    void where_no_code_can_be_sent_nobody_answers_in_vain() {
        when(requesters.canAsk()).thenReturn(false);
        OthersCapacityPage page = new OthersCapacityPage(behalf);
        page.beforeEnter(event);
        verify(event).forwardTo("signin");
        assertThat(page.getComponentCount()).isZero();
    }

    @Test
    void the_first_question_offers_no_way_to_save_before_there_is_anybody_to_save_for() {
        OthersCapacityPage page = new OthersCapacityPage(behalf);
        page.beforeEnter(event);
        assertThat(page.getComponentCount()).isOne();
        assertThat(page.topBarExit()).isEmpty();
        when(requesters.current()).thenReturn(Optional.of(new RequesterSession.Requester("赵某", "13600000000")));
        assertThat(page.topBarExit()).isPresent();
    }
}
