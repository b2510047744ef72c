package io.shouxin.request.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.UiTexts;
import java.util.Comparator;
import java.util.List;

/** The papers of a case: answer, certificate, receipt; those in the reader's language first. */
final class DocumentLinks extends Div {

    private static final List<String> ORDER = List.of("letter", "certificate", "receipt");

    DocumentLinks(String reference, List<String> names) {
        addClassName("document-links");
        String own = UiTexts.current().isChinese() ? "-zh" : "-en";
        names.stream()
                .filter(name -> ORDER.contains(kind(name)))
                .sorted(Comparator.comparing((String name) -> !name.endsWith(own))
                        .thenComparing(name -> ORDER.indexOf(kind(name))))
                .map(name -> link(reference, name))
                .forEach(this::add);
    }

    private static Anchor link(String reference, String name) {
        Texts texts = UiTexts.current();
        String language = texts.get("client.document.language." + name.substring(name.lastIndexOf('-') + 1));
        Anchor link = new Anchor(
                "/documents/" + reference + "/" + name + ".pdf",
                texts.get("client.document.link", texts.get("client.document." + kind(name)), language));
        link.setRouterIgnore(true);
        link.setTarget("_blank");
        link.addClassName("document-link");
        return link;
    }

    private static String kind(String name) {
        int dash = name.lastIndexOf('-');
        return dash < 0 ? name : name.substring(0, dash);
    }
}
