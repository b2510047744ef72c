package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.shouxin.request.RefusalReason;
import io.shouxin.shared.Citations;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;

/** One of the coded reasons, by its sentence; the source of the chosen one stands small below. */
final class ReasonChoice {

    private ReasonChoice() {}

    static RadioButtonGroup<RefusalReason> of(String question, List<RefusalReason> reasons) {
        RadioButtonGroup<RefusalReason> group = Choices.one(question);
        group.setItems(reasons);
        group.setItemLabelGenerator(each -> UiTexts.text(each.textKey()));
        group.addValueChangeListener(change -> {
            RefusalReason chosen = change.getValue();
            group.setHelperText(
                    chosen == null
                            ? ""
                            : Citations.in(
                                    chosen.legalSource(), UiTexts.current().locale()));
        });
        return group;
    }
}
