package io.shouxin.request.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.deadline.Clocks;
import io.shouxin.platform.Firm;
import io.shouxin.platform.Firms;
import io.shouxin.request.RequestType;
import io.shouxin.shared.ui.ContactLink;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.TopBarView;
import io.shouxin.shared.ui.UiTexts;
import java.time.Clock;
import java.util.List;

/** 办事指南: all that a client wants to know before they begin; the blocks are those of a government portal. */
@Route("guide/deletion")
@AnonymousAllowed
class DeletionGuidePage extends Div implements BeforeEnterObserver, TitledView, TopBarView {

    private static final List<String> STEPS =
            List.of("client.guide.step1", "client.guide.step2", "client.guide.step3", "client.guide.step4");

    private final Clocks clocks;
    private final Firms firms;
    private final PromisedDate promised;
    private final Clock clock;

    DeletionGuidePage(Clocks clocks, Firms firms, PromisedDate promised, Clock clock) {
        this.clocks = clocks;
        this.firms = firms;
        this.promised = promised;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        OrderedList steps = new OrderedList();
        STEPS.forEach(key -> steps.add(new ListItem(UiTexts.text(key))));
        QuestionPage page = new QuestionPage(UiTexts.text("client.guide.title"))
                .back("")
                .lead(UiTexts.text("client.guide.lead"))
                .content(
                        part("who", new RouteLink("guide/others", UiTexts.text("client.card.others.title"))),
                        part("needed"),
                        part("steps", steps),
                        part("time", promised.ifSentNow(clocks.preview(RequestType.DELETION.name(), clock.instant()))),
                        part("kept"),
                        part("cost"),
                        part("law"));
        firms.find().ifPresent(firm -> page.content(contact(firm), complaint(firm)));
        add(page.primary(
                UiTexts.text("client.guide.start"), () -> UI.getCurrent().navigate("delete")));
    }

    static Div complaint(Firm firm) {
        return titled(
                "complain",
                UiTexts.text(
                        "client.guide.complain.text",
                        firm.authorityIn(UiTexts.current().locale())));
    }

    static Div contact(Firm firm) {
        Div part = titled("contact", UiTexts.text("client.guide.contact.person", firm.contactPerson()));
        part.add(
                line("client.guide.contact.phone", ContactLink.phone(firm.contactPhone())),
                line("client.guide.contact.email", ContactLink.mail(firm.contactEmail())),
                new Paragraph(UiTexts.text("client.guide.contact.address", firm.address())));
        return part;
    }

    private static Paragraph line(String key, ContactLink link) {
        Paragraph line = new Paragraph(UiTexts.text(key));
        line.add(link);
        return line;
    }

    private static Div part(String name, Component... more) {
        return part(name, UiTexts.text("client.guide." + name + ".text"), more);
    }

    /** A block of the guide under its usual heading. */
    static Div part(String name, String text, Component... more) {
        Div part = titled(name, text);
        part.add(more);
        return part;
    }

    private static Div titled(String name, String text) {
        Div part = new Div(new H2(UiTexts.text("client.guide." + name)));
        text.lines().forEach(line -> part.add(new Paragraph(line)));
        part.addClassName("guide-part");
        return part;
    }

    @Override
    public String title() {
        return UiTexts.text("client.guide.title");
    }

    @Override
    public String topBarTitle() {
        return UiTexts.text("client.guide.bar");
    }
}
