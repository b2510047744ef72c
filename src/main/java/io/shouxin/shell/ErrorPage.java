package io.shouxin.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import io.shouxin.shared.ui.BrandMark;
import io.shouxin.shared.ui.Code;
import io.shouxin.shared.ui.FirmDetails;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;

/** A page that says what happened in plain words, what to do, and leads back; a client is told whom to call as well. */
abstract class ErrorPage extends Main implements TitledView {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);

    private final ObjectProvider<FirmDetails> firm;
    private String title = "";

    ErrorPage(ObjectProvider<FirmDetails> firm) {
        this.firm = firm;
    }

    /** @param key prefix of the bundle keys {@code .title} and {@code .text} */
    final void show(String key, String path) {
        build(key, path);
    }

    final void showWithReference(String key, String path, String reference) {
        Div card = build(key, path);
        Paragraph line = new Paragraph(UiTexts.text("shell.reference") + " ");
        line.add(new Code(reference));
        card.addComponentAtIndex(card.getComponentCount() - 1, line);
    }

    @Override
    public String title() {
        return title;
    }

    private Div build(String key, String path) {
        removeAll();
        addClassName("error-page");
        title = UiTexts.text(key + ".title");
        boolean staff = path.equals("staff") || path.startsWith("staff/");
        RouteLink home = new RouteLink(staff ? "staff" : "", UiTexts.text(staff ? "shell.to-work" : "shell.to-front"));
        home.addClassName("way-out");
        Div card = new Div(new BrandMark(), new H1(title), new Paragraph(UiTexts.text(key + ".text")), home);
        card.addClassName("error-card");
        if (!staff) {
            contact().ifPresent(line -> card.addComponentAtIndex(card.getComponentCount() - 1, line));
        }
        add(card);
        return card;
    }

    /** What broke the page may be what the contact is read from; then the page does without. */
    private Optional<FirmContact> contact() {
        try {
            return Optional.ofNullable(firm.getIfAvailable())
                    .filter(known -> !known.name().isBlank())
                    .map(FirmContact::new);
        } catch (DataAccessException e) {
            LOG.warn("The firm's contact cannot be read: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
