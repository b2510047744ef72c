package io.shouxin.notification.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.shared.Registration;
import io.shouxin.evidence.ShownRows;
import io.shouxin.notification.Messages;
import io.shouxin.notification.StaffMessage;
import io.shouxin.notification.StaffOutbox;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.ui.Code;
import io.shouxin.shared.ui.EmptyState;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** What the portal would send by SMS, for whoever tries the demo. It exists in the profile demo only. */
@Route("demo/mailbox")
@AnonymousAllowed
class MailboxView extends Div implements BeforeEnterObserver, TitledView {

    private static final int NEWEST = 20;
    private static final int POLL_MS = 2_000;

    private final Messages messages;
    private final StaffOutbox outbox;
    private final ShownRows rows;
    private final boolean demo;
    private final Div list = new Div();
    private final Div staff = new Div();
    private List<Messages.Delivered> shown = List.of();
    private List<StaffMessage> shownToStaff = List.of();
    private @Nullable Registration polling;

    MailboxView(Messages messages, StaffOutbox outbox, ShownRows rows, Environment environment) {
        this.messages = messages;
        this.outbox = outbox;
        this.rows = rows;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        list.addClassName("mailbox");
        list.getElement().setAttribute("aria-live", "polite");
        staff.addClassName("mailbox");
    }

    @Override
    public String title() {
        return UiTexts.text("staff.mailbox.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!demo) {
            throw new NotFound("page", "demo/mailbox");
        }
        removeAll();
        add(new QuestionPage(UiTexts.text("staff.mailbox.title"))
                .lead(UiTexts.text("staff.mailbox.lead"))
                .content(
                        Notice.warning(UiTexts.text("staff.mailbox.demo"), UiTexts.text("staff.mailbox.demo.what")),
                        list,
                        staff));
        shown = read();
        shownToStaff = outbox.newest(NEWEST);
        draw();
    }

    /** Whoever reads the mail reads numbers and codes of people. */
    private List<Messages.Delivered> read() {
        List<Messages.Delivered> newest = messages.newest(NEWEST);
        rows.note(
                "mailbox",
                "message",
                newest.stream().map(Messages.Delivered::id).toList());
        return newest;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().setPollInterval(POLL_MS);
        polling = attached.getUI().addPollListener(poll -> refresh());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        detached.getUI().setPollInterval(-1);
        if (polling != null) {
            polling.remove();
        }
    }

    private void refresh() {
        List<Messages.Delivered> now = read();
        List<StaffMessage> nowToStaff = outbox.newest(NEWEST);
        if (!now.equals(shown) || !nowToStaff.equals(shownToStaff)) {
            shown = now;
            shownToStaff = nowToStaff;
            draw();
        }
    }

    private void draw() {
        list.removeAll();
        if (shown.isEmpty()) {
            list.add(new EmptyState(UiTexts.text("staff.mailbox.empty"), UiTexts.text("staff.mailbox.empty.what")));
        }
        shown.forEach(message -> list.add(card(message)));
        staff.removeAll();
        if (!shownToStaff.isEmpty()) {
            staff.add(new H2(UiTexts.text("clock.mailbox.staff")));
        }
        shownToStaff.forEach(message -> staff.add(card(message)));
    }

    private static Component card(StaffMessage message) {
        Div head =
                new Div(new Span(message.addressee()), new Span(" · "), new Span(message.subject()), new Span(" · "));
        head.add(new TimeText(message.at()));
        head.addClassName("mail-head");
        Paragraph text = new Paragraph(message.text());
        text.getStyle().set("white-space", "pre-line");
        Div card = new Div(head, text);
        card.addClassName("mail");
        return card;
    }

    private static Component card(Messages.Delivered message) {
        Div head = new Div(new Code(message.to()), new Span(" · "), new TimeText(message.at()));
        head.addClassName("mail-head");
        Div card = new Div(head, new Paragraph(message.text()));
        card.addClassName("mail");
        return card;
    }
}
