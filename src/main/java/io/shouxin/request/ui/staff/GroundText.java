package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.UiTexts;

/** Why a record is decided so: the first lines, and the whole when asked, so that many records fit on a screen. */
final class GroundText extends Div {

    /** Half-width characters that fit into about three lines of the column. */
    private static final int SHORT = 110;

    private final Button more = Buttons.link("", this::toggle);

    /** @param folded what is told only when asked, may be empty */
    GroundText(String ground, String below, String folded) {
        addClassName("ground");
        Div words = new Div(PlainTable.cell(ground, below));
        words.addClassName("ground-words");
        add(words);
        if (!folded.isEmpty()) {
            Div rest = new Div(folded);
            rest.addClassNames("ground-folded", "small");
            add(rest);
        }
        if (!folded.isEmpty() || width(ground) + width(below) > SHORT) {
            add(more);
            clamp(true);
        }
    }

    private void toggle() {
        clamp(!hasClassName("clamped"));
    }

    private void clamp(boolean clamped) {
        setClassName("clamped", clamped);
        more.setText(UiTexts.text(clamped ? "staff.records.more" : "staff.records.less"));
        more.getElement().setAttribute("aria-expanded", Boolean.toString(!clamped));
    }

    private static int width(String text) {
        return text.codePoints()
                .map(point -> Character.isIdeographic(point) || point > 0xFF00 ? 2 : 1)
                .sum();
    }
}
