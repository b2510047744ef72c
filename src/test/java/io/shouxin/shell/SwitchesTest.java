package io.shouxin.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.shouxin.testing.EmptyPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyPage.class)
class SwitchesTest {

    @Test
    void a_dark_page_is_offered_light_and_a_light_one_dark() {
        NativeButton button = Switches.dark();
        assertThat(_get(button, Span.class, spec -> spec.withClasses("when-light"))
                        .getText())
                .isEqualTo("深色");
        assertThat(_get(button, Span.class, spec -> spec.withClasses("when-dark"))
                        .getText())
                .isEqualTo("浅色");
    }
}
