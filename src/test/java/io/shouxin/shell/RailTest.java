package io.shouxin.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.RailItem;
import io.shouxin.shared.ui.UiTexts;
import io.shouxin.testing.EmptyPage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@ExtendWith(EmptyPage.class)
class RailTest {

    /** What was asked of the page by the time the session ended; later it is told nothing any more. */
    private final List<String> askedBefore = new ArrayList<>();

    @Test
    void signing_out_tells_the_other_windows_of_the_browser_first() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("authentication", new AuthenticationContext() {
            @Override
            public void logout() {
                UI.getCurrent()
                        .getInternals()
                        .dumpPendingJavaScriptInvocations()
                        .forEach(call -> askedBefore.add(call.getInvocation().getExpression()));
            }
        });
        Rail rail = new Rail(
                beans.getBeanProvider(RailItem.class),
                beans.getBeanProvider(CurrentActor.class),
                beans.getBeanProvider(AuthenticationContext.class));
        UI.getCurrent().add(rail);
        _click(_get(rail, NativeButton.class, spec -> spec.withText(UiTexts.text("shell.sign-out"))));
        assertThat(askedBefore).anyMatch(call -> call.contains("shouxin.signed-out"));
    }
}
