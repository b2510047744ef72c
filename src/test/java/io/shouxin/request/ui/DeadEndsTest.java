package io.shouxin.request.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.testing.EmptyPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages on which somebody who has signed in finds nothing, and from which they must be able to sign out. */
@ExtendWith(EmptyPage.class)
class DeadEndsTest {

    @Test
    void whoever_we_hold_nothing_about_can_sign_out() {
        assertThat(_get(NothingHeld.page(), Button.class, spec -> spec.withText("退出登录"))
                        .isEnabled())
                .isTrue();
    }

    @Test
    void whoever_looks_for_a_request_that_is_not_theirs_can_sign_out() {
        assertThat(_find(NoSuchCase.page("SC-2026-000482"), RouteLink.class))
                .extracting(RouteLink::getHref)
                .contains("signout");
    }
}
