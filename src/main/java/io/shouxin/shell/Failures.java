package io.shouxin.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.router.QueryParameters;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.UiTexts;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * What happens when an action fails. What the product itself refuses is told as such; anything else gets a reference
 * that the person can name and the log holds. Details never reach the screen.
 */
@Component
class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int REFERENCE_BYTES = 4;

    /** Whether nothing is wrong but that the browser has gone: it closed the connection, or the page. */
    static boolean isGone(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof ClientAbortException
                    || t instanceof AsyncRequestNotUsableException
                    || t instanceof UIDetachedException) {
                return true;
            }
        }
        return false;
    }

    private final CurrentActor current;

    Failures(CurrentActor current) {
        this.current = current;
    }

    /** Logs the failure; the answer is the reference under which the log has it. */
    String record(Throwable failure) {
        byte[] bytes = new byte[REFERENCE_BYTES];
        RANDOM.nextBytes(bytes);
        String reference = HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
        LOG.error("Failure {}", reference, failure);
        return reference;
    }

    /** Tells a person on a living page that what they did has failed. */
    void tell(Throwable failure) {
        if (isGone(failure)) {
            LOG.debug("A browser has gone: {}", failure.getClass().getSimpleName());
            return;
        }
        Throwable cause = refusalIn(failure);
        UI ui = UI.getCurrent();
        if ((cause instanceof AccessRefused || cause instanceof NotFound) && current.mustProveAgain() && ui != null) {
            signInAgain(ui);
            return;
        }
        String words;
        if (cause instanceof InvalidInput input) {
            words = UiTexts.text(input.textKey(), input.arguments());
        } else if (cause instanceof AccessRefused) {
            words = UiTexts.text("shell.refused.action");
        } else if (cause instanceof NotFound) {
            words = UiTexts.text("shell.missing.action");
        } else if (cause instanceof StateRefused) {
            words = UiTexts.text("shell.state.action");
        } else {
            words = UiTexts.text("shell.failed.action", record(failure));
        }
        if (ui != null) {
            ui.accessLater(() -> Toast.problem(words), () -> LOG.debug("The page has gone before it could be told"))
                    .run();
        }
    }

    /** The page for that says why, and leads back here. */
    private static void signInAgain(UI ui) {
        QueryParameters here =
                QueryParameters.simple(Map.of("next", ui.getActiveViewLocation().getPath()));
        ui.accessLater(
                        () -> ui.navigate("signin", here),
                        () -> LOG.debug("The page has gone before it could lead to the sign-in"))
                .run();
    }

    private static Throwable refusalIn(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof InvalidInput
                    || t instanceof AccessRefused
                    || t instanceof NotFound
                    || t instanceof StateRefused) {
                return t;
            }
        }
        return failure;
    }
}
