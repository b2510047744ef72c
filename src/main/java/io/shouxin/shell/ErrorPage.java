package io.shouxin.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
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
    private final CurrentActor current;
    private String title = "";

    ErrorPage(ObjectProvider<FirmDetails> firm, CurrentActor current) {
        this.firm = firm;
        this.current = current;
    }

    /** @param key prefix of the bundle keys {@code .title} and {@code .text} */
    final void show(String key) {
        build(key);
    }

    /** That this page is not theirs: clients read nothing of permissions, and are led to their own page. */
    final void showRefused() {
        Actor.Kind reader = reader();
        build(
                reader == Actor.Kind.STAFF ? "shell.refused" : "shell.refused.client",
                reader,
                reader == Actor.Kind.CLIENT ? new RouteLink("mine", UiTexts.text("shell.to-own")) : wayHome(reader));
    }

    final void showWithReference(String key, String reference) {
        Div card = build(key);
        Paragraph line = new Paragraph(UiTexts.text("shell.reference") + " ");
        line.add(new Code(reference));
        card.addComponentAtIndex(card.getComponentCount() - 1, line);
    }

    @Override
    public String title() {
        return title;
    }

    private Div build(String key) {
        Actor.Kind reader = reader();
        return build(key, reader, wayHome(reader));
    }

    private static RouteLink wayHome(Actor.Kind reader) {
        return reader == Actor.Kind.STAFF
                ? new RouteLink("staff", UiTexts.text("shell.to-work"))
                : new RouteLink("", UiTexts.text("shell.to-front"));
    }

    private Div build(String key, Actor.Kind reader, RouteLink home) {
        removeAll();
        addClassName("error-page");
        title = UiTexts.text(key + ".title");
        home.addClassName("way-out");
        Div head = new Div(new BrandMark(), Switches.language());
        head.addClassName("error-head");
        Div card = new Div(head, new H1(title), new Paragraph(UiTexts.text(key + ".text")), home);
        card.addClassName("error-card");
        if (reader != Actor.Kind.STAFF) {
            contact().ifPresent(line -> card.addComponentAtIndex(card.getComponentCount() - 1, line));
        }
        add(card);
        return card;
    }

    /** What broke the page may be what staff are known by; then it is everybody's page. */
    private Actor.Kind reader() {
        try {
            return current.get().kind();
        } catch (DataAccessException e) {
            LOG.warn("Who reads the page cannot be told: {}", e.getClass().getSimpleName());
            return Actor.Kind.ANONYMOUS;
        }
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
