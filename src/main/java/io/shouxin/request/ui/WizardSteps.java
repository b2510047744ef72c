package io.shouxin.request.ui;

import io.shouxin.request.DraftStep;
import io.shouxin.shared.ui.UiTexts;
import java.util.Locale;

/** Where each question of the deletion wizard is, and what it asks. */
final class WizardSteps {

    private WizardSteps() {}

    static String route(DraftStep step) {
        return step == DraftStep.SCOPE ? WizardPage.SCOPE : WizardPage.SCOPE + "/" + name(step);
    }

    static String title(DraftStep step) {
        return UiTexts.text("client." + name(step) + ".title");
    }

    private static String name(DraftStep step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
