package io.shouxin.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.DefinitionTable;
import io.shouxin.shared.ui.KeyHint;
import io.shouxin.shared.ui.SingleKeys;
import io.shouxin.shared.ui.UiTexts;

/** Every key that works on the present page, and the switch that turns single keys off (WCAG 2.1.4). */
final class KeyLegend {

    private KeyLegend() {}

    static void toggle() {
        UI ui = UI.getCurrent();
        Object open = ComponentUtil.getData(ui, KeyLegend.class.getName());
        if (open instanceof Dialog dialog && dialog.isOpened()) {
            dialog.close();
            return;
        }
        Dialog dialog = new Dialog(UiTexts.text("shell.keys.title"));
        DefinitionTable table = new DefinitionTable();
        table.addClassName("key-legend");
        SingleKeys.bound(ui).forEach(binding -> {
            KeyHint key = new KeyHint(binding.key());
            key.getElement().removeAttribute("aria-hidden");
            table.row(key, new Span(binding.meaning()));
        });
        dialog.add(table, Switches.singleKeys());
        dialog.getFooter().add(Buttons.quiet(UiTexts.text("ui.close"), dialog::close));
        dialog.open();
        ComponentUtil.setData(ui, KeyLegend.class.getName(), dialog);
    }
}
