package io.shouxin.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.VaadinSession;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Hidden;
import io.shouxin.shared.ui.KeyHint;
import io.shouxin.shared.ui.PaletteEntry;
import io.shouxin.shared.ui.PaletteSource;
import io.shouxin.shared.ui.UiTexts;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Everything that can be done from here, found by typing part of its name. The field keeps the focus; the arrows move through the list,
 * Enter does what is chosen, Escape closes. While an input method composes, its keys are its own.
 */
final class CommandPalette extends Dialog {

    /** Which keys of the field the palette hears; read by tests, which have no browser to evaluate it. */
    static final String OWN_KEYS =
            "!event.isComposing && event.keyCode !== 229 && (['ArrowDown','ArrowUp','Enter'].includes(event.key)"
                    + " || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k')) && (event.preventDefault() || true)";

    private static final String COMPOSING_KEEPS_ESCAPE = "this.addEventListener('keydown', e => {"
            + " if (e.isComposing || e.keyCode === 229) e.stopPropagation(); })";

    private static final String LIST = "palette-list";
    private static final int LONGEST = 200;
    private static final int MOST = 60;
    private static final int NONE = -1;

    private final List<PaletteEntry> all;
    private final List<PaletteSource> sources;
    private final Actor actor;
    private final RecentCommands recent;
    private final Input field = new Input();
    private final Div list = new Div();
    private final Paragraph nothing = new Paragraph(UiTexts.text("shell.palette.nothing"));
    private final Hidden told = new Hidden("");
    private final List<PaletteEntry> shown = new ArrayList<>();
    private final List<Div> options = new ArrayList<>();
    /** Which of the options; none if negative. */
    private int chosen = NONE;

    CommandPalette(List<PaletteEntry> all, List<PaletteSource> sources, Actor actor) {
        super(UiTexts.text("shell.palette.title"));
        this.all = all;
        this.sources = sources;
        this.actor = actor;
        this.recent = RecentCommands.of(VaadinSession.getCurrent());
        field.addClassName("palette-field");
        field.setPlaceholder(UiTexts.text("shell.palette.field"));
        field.setAriaLabel(UiTexts.text("shell.palette.field"));
        field.getElement()
                .setAttribute("role", "combobox")
                .setAttribute("aria-autocomplete", "list")
                .setAttribute("aria-controls", LIST)
                .setAttribute("aria-haspopup", "listbox")
                .setAttribute("autocomplete", "off")
                .setAttribute("spellcheck", "false")
                .setAttribute("maxlength", String.valueOf(LONGEST));
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.addValueChangeListener(typed -> draw());
        field.getElement()
                .addEventListener(
                        "keydown", pressed -> press(pressed.getEventData().getString("event.key")))
                .addEventData("event.key")
                .setFilter(OWN_KEYS);
        field.addAttachListener(attached -> field.getElement().executeJs(COMPOSING_KEEPS_ESCAPE));
        list.setId(LIST);
        list.addClassName("palette-list");
        list.getElement()
                .setAttribute("role", "listbox")
                .setAttribute("aria-label", UiTexts.text("shell.palette.title"));
        told.getElement().setAttribute("role", "status");
        Div content = new Div(field, list, nothing, told);
        content.addClassName("palette");
        add(content);
        draw();
        addOpenedChangeListener(changed -> {
            if (changed.isOpened()) {
                field.focus();
            }
        });
    }

    private void press(String key) {
        switch (key) {
            case "ArrowDown" -> choose(chosen + 1);
            case "ArrowUp" -> choose(chosen == NONE ? NONE : chosen - 1);
            case "Enter" -> {
                if (chosen != NONE) {
                    run(shown.get(chosen));
                }
            }
            default -> close();
        }
    }

    private void run(PaletteEntry entry) {
        if (entry.remembered()) {
            recent.used(entry.id());
        }
        close();
        entry.run().run();
    }

    private void draw() {
        list.removeAll();
        shown.clear();
        options.clear();
        chosen = NONE;
        found().forEach(this::group);
        boolean any = !shown.isEmpty();
        list.setVisible(any);
        nothing.setVisible(!any);
        field.getElement().setAttribute("aria-expanded", String.valueOf(any));
        told.setText(any ? UiTexts.text("shell.palette.count", shown.size()) : UiTexts.text("shell.palette.nothing"));
        field.getElement().removeAttribute("aria-activedescendant");
        chooseFirstHarmless();
    }

    /** Enter by habit decides nothing: where only decisions are found, none is chosen until an arrow is pressed. */
    private void chooseFirstHarmless() {
        for (int i = 0; i < shown.size(); i++) {
            if (!shown.get(i).decides()) {
                choose(i);
                return;
            }
        }
    }

    private void group(String heading, List<PaletteEntry> entries) {
        String words = UiTexts.text(heading);
        Span title = new Span(words);
        title.addClassName("palette-group");
        title.getElement().setAttribute("aria-hidden", "true");
        Div group = new Div(title);
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", words);
        for (PaletteEntry entry : entries) {
            Div option = new Div(new Span(entry.name()));
            option.addClassName("palette-option");
            option.setId("palette-" + shown.size());
            option.getElement().setAttribute("role", "option").setAttribute("aria-selected", "false");
            if (!entry.key().isEmpty()) {
                KeyHint key = new KeyHint(entry.key());
                option.add(key, new Hidden(UiTexts.text("shell.palette.key", entry.key())));
            }
            option.addClickListener(click -> run(entry));
            shown.add(entry);
            options.add(option);
            group.add(option);
        }
        list.add(group);
    }

    private void choose(int at) {
        if (options.isEmpty()) {
            return;
        }
        if (chosen != NONE) {
            options.get(chosen).getElement().setAttribute("aria-selected", "false");
        }
        chosen = Math.floorMod(at, options.size());
        Div option = options.get(chosen);
        option.getElement().setAttribute("aria-selected", "true");
        option.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        field.getElement().setAttribute("aria-activedescendant", "palette-" + chosen);
    }

    /** By heading, in the order in which the list shows them; what was used last first where nothing is typed. */
    private Map<String, List<PaletteEntry>> found() {
        String typed = field.getValue() == null ? "" : field.getValue().strip();
        Map<String, List<PaletteEntry>> found = new LinkedHashMap<>();
        if (typed.isEmpty()) {
            List<PaletteEntry> used = recent.among(all);
            if (!used.isEmpty()) {
                found.put("shell.palette.recent", used);
            }
            all.stream().filter(entry -> !used.contains(entry)).limit(MOST).forEach(entry -> put(found, entry));
            return found;
        }
        String[] words = plain(typed).split("\\s+");
        all.stream().filter(entry -> fits(entry, words)).limit(MOST).forEach(entry -> put(found, entry));
        sources.forEach(source -> source.typed(typed, actor).forEach(entry -> put(found, entry)));
        return found;
    }

    private static void put(Map<String, List<PaletteEntry>> found, PaletteEntry entry) {
        found.computeIfAbsent(entry.group(), group -> new ArrayList<>()).add(entry);
    }

    private static boolean fits(PaletteEntry entry, String[] words) {
        String text = plain(entry.name() + " " + entry.words() + " " + UiTexts.text(entry.group()));
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Texts of both languages: whoever has no input method at hand finds a page by its English name, and the other way round. */
    static String inBothLanguages(String key) {
        return Texts.chinese().get(key) + " " + Texts.english().get(key);
    }

    /** As it stands on the keyboard in front of the person. */
    static String shortcut() {
        UI ui = UI.getCurrent();
        return ui.getSession().getBrowser().isMacOSX() ? "⌘ K" : "Ctrl K";
    }
}
