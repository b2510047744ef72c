package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.TextLimits;
import io.shouxin.shared.ui.UiTexts;
import java.util.Optional;

/** Fields for a few sentences. */
final class TextForms {

    /** What a case text may hold. */
    static final int LONGEST = 10_000;

    /** Beyond it the text scrolls in its box, so that what stands below stays in reach. */
    private static final String HIGHEST = "24em";

    private TextForms() {}

    static TextArea area(String labelKey, String helpKey) {
        return area(labelKey, helpKey, LONGEST);
    }

    /** @param most how many characters may be sent */
    static TextArea area(String labelKey, String helpKey, int most) {
        TextArea area = new TextArea(UiTexts.text(labelKey));
        area.setHelperText(UiTexts.text(helpKey));
        area.setMinHeight("7em");
        area.setMaxHeight(HIGHEST);
        area.setWidthFull();
        TextLimits.watch(area, most);
        return area;
    }

    /**
     * @throws InvalidInput with the field marked, if nothing is written or it cannot be kept
     */
    static void require(TextArea area) {
        if (area.getValue().isBlank()) {
            area.setErrorMessage(UiTexts.text("ui.required"));
            area.setInvalid(true);
            area.focus();
            throw new InvalidInput("/text", "request.error.fieldMissing.text");
        }
        requireFit(area);
    }

    /**
     * @throws InvalidInput with the field marked, if what is written cannot be kept
     */
    static void requireFit(TextArea area) {
        Optional<InvalidInput> problem = TextLimits.problem(area, "/text");
        if (problem.isPresent()) {
            area.focus();
            throw problem.get();
        }
    }
}
