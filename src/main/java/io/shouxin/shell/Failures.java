package io.shouxin.shell;

import com.vaadin.flow.component.UI;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.UiTexts;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What happens when an action fails. What the product itself refuses is told as such; anything else gets a reference
 * that the person can name and the log holds. Details never reach the screen.
 */
@Component
class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int REFERENCE_BYTES = 4;

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
        Throwable cause = refusalIn(failure);
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
        UI ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Toast.problem(words));
        }
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
