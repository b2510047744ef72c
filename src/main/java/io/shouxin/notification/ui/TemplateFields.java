package io.shouxin.notification.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.notification.Notices;
import io.shouxin.notification.TemplateUse;
import io.shouxin.notification.Templates;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.UiTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which approved template goes with which notice. Beside each stands our own wording with its places, to be handed in to the provider;
 * the signature brings the firm's name, so that it is left out.
 */
final class TemplateFields extends Div {

    private static final String FIRM = "firm";

    private record Line(String notice, TextField chinese, TextField english, TextField places) {}

    private final List<Line> lines = new ArrayList<>();

    TemplateFields(SettingsFields form, Templates kept) {
        Texts texts = UiTexts.current();
        PlainTable table = new PlainTable(
                        texts.get("channels.templates.notice"),
                        texts.get("channels.templates.chinese"),
                        texts.get("channels.templates.english"),
                        texts.get("channels.templates.places"))
                .cardsWhenNarrow();
        for (String notice : Notices.ALL) {
            Optional<TemplateUse> chinese = use(kept, notice, false);
            Optional<TemplateUse> english = use(kept, notice, true);
            Line line = new Line(
                    notice,
                    field(
                            notice,
                            "channels.templates.chinese",
                            chinese.map(TemplateUse::id).orElse("")),
                    field(
                            notice,
                            "channels.templates.english",
                            english.map(TemplateUse::id).orElse("")),
                    field(
                            notice,
                            "channels.templates.places",
                            chinese.or(() -> english)
                                    .map(TemplateUse::placesText)
                                    .orElse(usualPlaces(notice))));
            form.known(name(notice), line.chinese());
            lines.add(line);
            table.row(
                    PlainTable.cell(texts.get("channels.notice." + notice), wording(notice)),
                    line.chinese(),
                    line.english(),
                    line.places());
        }
        add(new Paragraph(texts.get("channels.templates.what")), table);
    }

    Templates read() {
        Map<String, TemplateUse> read = new HashMap<>();
        for (Line line : lines) {
            add(read, line, line.chinese(), false);
            add(read, line, line.english(), true);
        }
        return new Templates(read);
    }

    private static void add(Map<String, TemplateUse> read, Line line, TextField id, boolean english) {
        if (!id.getValue().isBlank()) {
            read.put(
                    Templates.key(line.notice(), english),
                    TemplateUse.read(
                            name(line.notice()),
                            line.notice(),
                            id.getValue(),
                            line.places().getValue()));
        }
    }

    private static Optional<TemplateUse> use(Templates kept, String notice, boolean english) {
        return Optional.ofNullable(kept.byNotice().get(Templates.key(notice, english)));
    }

    private static String name(String notice) {
        return "templates." + notice;
    }

    private static TextField field(String notice, String key, String value) {
        TextField field = new TextField();
        field.setAriaLabel(UiTexts.text("channels.notice." + notice) + " · " + UiTexts.text(key));
        field.setValue(value);
        field.setWidth("11em");
        return field;
    }

    private static String usualPlaces(String notice) {
        return Notices.arguments(notice).stream()
                .filter(argument -> !argument.equals(FIRM))
                .collect(Collectors.joining(", "));
    }

    private static String wording(String notice) {
        Object[] places = Notices.arguments(notice).stream()
                .map(argument -> "{" + argument + "}")
                .toArray();
        return Texts.chinese().get("notification." + notice, places).replace("【{" + FIRM + "}】", "");
    }
}
