package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.RouteParameters;
import io.shouxin.request.PersonLooks;
import io.shouxin.request.PersonLooks.Look;
import io.shouxin.request.PersonLooks.Page;
import io.shouxin.subject.Subjects;
import io.shouxin.testing.EmptyPage;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyPage.class)
class LooksViewTest {

    private static final UUID PERSON = UUID.randomUUID();

    private final PersonLooks looks = mock(PersonLooks.class);

    @Test
    void each_look_says_who_how_and_for_what_and_older_ones_come_on_demand() {
        when(looks.of(eq(PERSON), eq(0), anyInt()))
                .thenReturn(new Page(
                        List.of(look("REVEALED", true, null), look("OTHER_BRANCH_ENTERED", true, "OWN_REQUEST")),
                        true));
        when(looks.of(eq(PERSON), eq(2), anyInt())).thenReturn(new Page(List.of(look("VIEWED", false, null)), false));
        LooksView view = open();
        assertThat(text(view))
                .contains("陈静", "查看了完整信息", "办理其他门店的案件", "为其他门店的客户登记了申请", "办理此人本人的申请")
                .doesNotContain("日常工作", "!");
        _click(_get(Button.class, spec -> spec.withText("更早的记录")));
        assertThat(text(view)).contains("查看了完整信息", "打开了页面或文书", "日常工作");
        assertThat(_find(Button.class, spec -> spec.withText("更早的记录"))).isEmpty();
    }

    @Test
    void nobody_having_looked_is_said_in_words() {
        when(looks.of(eq(PERSON), anyInt(), anyInt())).thenReturn(new Page(List.of(), false));
        assertThat(text(open())).contains("没有浏览记录");
    }

    private LooksView open() {
        Subjects subjects = mock(Subjects.class);
        when(subjects.surviving(PERSON)).thenReturn(PERSON);
        LooksView view = new LooksView(looks, subjects, account -> "陈静");
        BeforeEnterEvent event = mock(BeforeEnterEvent.class);
        when(event.getRouteParameters()).thenReturn(new RouteParameters("id", PERSON.toString()));
        view.beforeEnter(event);
        UI.getCurrent().add(view);
        return view;
    }

    private static String text(LooksView view) {
        return view.getElement().getTextRecursively();
    }

    private static Look look(String kind, boolean inCase, @Nullable String purpose) {
        return new Look(Desks.NOW, UUID.randomUUID(), kind, null, inCase, purpose);
    }
}
