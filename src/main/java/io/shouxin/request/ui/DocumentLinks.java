package io.shouxin.request.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.shouxin.request.DocumentName;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.UiTexts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The papers of a case: answer, certificate, letters on the way, receipt; those in the reader's language first. */
final class DocumentLinks extends Div {

    private static final List<String> ORDER =
            List.of(DocumentName.LETTER, DocumentName.CERTIFICATE, DocumentName.INTERIM_LETTER, DocumentName.RECEIPT);

    DocumentLinks(String reference, List<String> names) {
        addClassName("document-links");
        String own = UiTexts.current().isChinese() ? "zh" : "en";
        names.stream()
                .map(DocumentName::read)
                .flatMap(Optional::stream)
                .filter(name -> ORDER.contains(name.kind()))
                .sorted(Comparator.comparing(
                                (DocumentName name) -> !name.language().equals(own))
                        .thenComparing(name -> ORDER.indexOf(name.kind()))
                        .thenComparing(DocumentName::round, Comparator.reverseOrder()))
                .map(name -> link(reference, name))
                .forEach(this::add);
    }

    private static Anchor link(String reference, DocumentName name) {
        Texts texts = UiTexts.current();
        Anchor link = new Anchor(
                "/documents/" + reference + "/" + name + ".pdf",
                texts.get(
                        "client.document.link",
                        texts.get("client.document." + name.kind(), name.round()),
                        texts.get("client.document.language." + name.language())));
        link.setRouterIgnore(true);
        link.setTarget("_blank");
        link.addClassName("document-link");
        return link;
    }
}
