package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.shouxin.request.RequestId;
import io.shouxin.request.Requesters;
import io.shouxin.request.Requesters.Candidate;
import io.shouxin.subject.SubjectKind;
import io.shouxin.testing.EmptyPage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyPage.class)
class RequesterPanelTest {

    private final RequestId id = new RequestId(UUID.randomUUID());
    private final Requesters requesters = mock(Requesters.class);
    private final List<Candidate> taken = new ArrayList<>();
    private final List<Candidate> ruledOut = new ArrayList<>();
    private final AtomicInteger others = new AtomicInteger();

    @Test
    void each_candidate_is_shown_masked_with_whether_the_name_agrees_and_is_taken_or_ruled_out() {
        Candidate same = candidate("王*", true);
        Candidate other = candidate("李*", false);
        RequesterPanel panel = open(List.of(same, other));
        assertThat(panel.getElement().getTextRecursively()).contains("王*", "李*", "姓名一致", "姓名不一致");
        _click(_find(panel, Button.class, spec -> spec.withText("就是申请人")).get(0));
        _click(_find(panel, Button.class, spec -> spec.withText("不是申请人")).get(1));
        assertThat(taken).containsExactly(same);
        assertThat(ruledOut).containsExactly(other);

        when(requesters.candidates(id)).thenReturn(List.of());
        panel.draw();
        assertThat(panel.isVisible()).isFalse();
    }

    @Test
    void where_hundreds_share_a_number_those_of_another_name_are_ruled_out_at_once() {
        List<Candidate> many = new ArrayList<>(List.of(candidate("王*", true)));
        for (int i = 0; i < 40; i++) {
            many.add(candidate("李*", false));
        }
        RequesterPanel panel = open(many);
        assertThat(_find(panel, Button.class, spec -> spec.withText("就是申请人"))).hasSize(30);
        assertThat(panel.getElement().getTextRecursively()).contains("还有 11 人");
        _click(_get(panel, Button.class, spec -> spec.withText("姓名不一致的都不是申请人")));
        assertThat(others).hasValue(1);
        assertThat(_find(open(List.of(candidate("李*", false))), Button.class))
                .as("a family is looked at one by one")
                .hasSize(2);
    }

    private RequesterPanel open(List<Candidate> candidates) {
        when(requesters.candidates(id)).thenReturn(candidates);
        RequesterPanel panel = new RequesterPanel(requesters, id, taken::add, ruledOut::add, others::incrementAndGet);
        UI.getCurrent().add(new Div(panel));
        return panel;
    }

    private static Candidate candidate(String name, boolean sameName) {
        return new Candidate(UUID.randomUUID(), SubjectKind.CLIENT, name, "139****0001", "", sameName);
    }
}
