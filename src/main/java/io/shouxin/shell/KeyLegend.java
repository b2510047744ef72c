package io.shouxin.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.DefinitionTable;
import io.shouxin.shared.ui.KeyHint;
import io.shouxin.shared.ui.SingleKeys;
import io.shouxin.shared.ui.UiTexts;

/**
 * Every key that works on the present page, and the switch that turns single keys off (WCAG 2.1.4). The page behind the dialog
 * hears no keys, so the dialog itself listens for the one that closes it.
 */
final class KeyLegend {

    static final String KEY = "?";

    private KeyLegend() {}

    static void open() {
        Dialog dialog = new Dialog(UiTexts.text("shell.keys.title"));
        DefinitionTable table = new DefinitionTable();
        table.addClassName("key-legend");
        SingleKeys.bound(UI.getCurrent()).forEach(binding -> {
            KeyHint hint = new KeyHint(binding.key());
            hint.getElement().removeAttribute("aria-hidden");
            table.row(hint, new Span(binding.meaning()));
        });
        KeyHint palette = new KeyHint(CommandPalette.shortcut());
        palette.getElement().removeAttribute("aria-hidden");
        table.row(palette, new Span(UiTexts.text("shell.palette.open")));
        dialog.add(table, Switches.singleKeys());
        dialog.getFooter().add(Buttons.quiet(UiTexts.text("ui.close"), dialog::close));
        new SingleKeys(dialog).on(KEY, UiTexts.text("ui.close"), dialog::close);
        dialog.open();
    }
}
