package io.shouxin.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.CurrentActor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

class FailuresTest {

    private final Logger log = (Logger) LoggerFactory.getLogger(Failures.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final CurrentActor current = mock(CurrentActor.class);
    private final Failures failures = new Failures(current);

    @BeforeEach
    void startVaadin() {
        MockVaadin.setup();
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
        log.setLevel(Level.DEBUG);
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void stopVaadin() {
        log.detachAppender(lines);
        log.setLevel(null);
        MockVaadin.tearDown();
    }

    @ParameterizedTest
    @MethodSource("departures")
    void a_browser_that_has_gone_is_one_line_for_those_who_look_for_it(Throwable gone) {
        failures.tell(gone);
        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.DEBUG);
            assertThat(line.getThrowableProxy()).isNull();
        });
    }

    static Stream<Throwable> departures() {
        ClientAbortException aborted = new ClientAbortException(new IOException("Broken pipe"));
        return Stream.of(aborted, new UncheckedIOException(aborted), new UIDetachedException());
    }

    @Test
    void a_failure_of_our_own_stays_with_its_trace() {
        failures.tell(new IllegalStateException("broken", new IOException("Broken pipe")));
        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.ERROR);
            assertThat(line.getThrowableProxy()).isNotNull();
        });
    }

    @Test
    void whoever_must_prove_again_who_they_are_is_led_to_the_sign_in_and_told_no_refusal() {
        failures.tell(new AccessRefused("mine"));
        MockVaadin.clientRoundtrip();
        assertThat(_find(Notification.class)).hasSize(1);

        MockVaadin.tearDown();
        MockVaadin.setup();
        RouteConfiguration.forSessionScope().setAnnotatedRoute(SignIn.class);
        when(current.mustProveAgain()).thenReturn(true);
        failures.tell(new AccessRefused("mine"));
        MockVaadin.clientRoundtrip();
        assertThat(_find(SignIn.class)).hasSize(1);
        assertThat(_find(Notification.class)).isEmpty();
    }

    @Route(value = "signin", registerAtStartup = false)
    public static class SignIn extends Div {}

    @Test
    void a_page_that_has_gone_before_it_could_be_told_is_no_failure_of_its_own() {
        UI open = UI.getCurrent();
        UI.setCurrent(new UI());
        assertThatCode(() -> failures.tell(new IllegalStateException("broken"))).doesNotThrowAnyException();
        UI.setCurrent(open);
    }
}
