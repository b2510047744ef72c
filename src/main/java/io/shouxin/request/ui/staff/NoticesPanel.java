package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.shouxin.inbox.StaffNames;
import io.shouxin.notification.Failure;
import io.shouxin.notification.Medium;
import io.shouxin.notification.MessageState;
import io.shouxin.notification.MessageView;
import io.shouxin.notification.MessageView.Settled;
import io.shouxin.request.CaseNotices;
import io.shouxin.request.RequestId;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What became of each message to the client, and what to do about those that did not go out. */
final class NoticesPanel extends Div {

    private final CaseNotices notices;
    private final RequestId id;
    private final StaffNames names;
    private final boolean mayAct;

    NoticesPanel(CaseNotices notices, RequestId id, StaffNames names, boolean mayAct) {
        this.notices = notices;
        this.id = id;
        this.names = names;
        this.mayAct = mayAct;
        draw();
    }

    /** A line over a case of which the client has not heard. */
    static Optional<Notice> warning(List<MessageView> messages, RequestId id) {
        long open = messages.stream().filter(MessageView::needsSomebody).count();
        Texts texts = UiTexts.current();
        return open == 0
                ? Optional.empty()
                : Optional.of(new Notice(
                        Chip.Tone.WARN,
                        texts.get("staff.notices.open", open),
                        texts.get("staff.notices.open.what"),
                        new RouteLink("staff/cases/" + id, texts.get("staff.notices.open.link"))));
    }

    private void draw() {
        removeAll();
        List<MessageView> messages = notices.of(id);
        Texts texts = UiTexts.current();
        Panel panel = new Panel(texts.get("staff.notices.title"));
        if (messages.isEmpty()) {
            panel.add(new Paragraph(texts.get("staff.notices.none")));
        }
        messages.forEach(message -> panel.add(entry(message, texts)));
        add(panel);
    }

    private Component entry(MessageView message, Texts texts) {
        Span head = new Span(texts.get("channels.notice." + message.template()) + " · ");
        head.addClassName("small");
        Medium medium = message.medium();
        if (medium != null) {
            head.add(texts.label(medium) + " · ");
        }
        head.add(new TimeText(Objects.requireNonNullElse(message.sentAt(), message.createdAt())));
        Div entry = new Div(head, new Div(chip(message, texts)));
        entry.addClassName("written");
        Settled settled = message.settled();
        if (settled != null) {
            UUID by = message.settledBy();
            entry.add(new Paragraph(texts.get(
                    "staff.notices.settled",
                    texts.label(settled),
                    by == null ? texts.get("staff.who.STAFF") : names.nameOf(by))));
        } else if (message.needsSomebody()) {
            entry.add(
                    new Paragraph(why(message, texts)),
                    new Paragraph(texts.get("staff.notices.do." + message.state())));
            if (mayAct) {
                entry.add(actions(message, texts));
            }
        }
        return entry;
    }

    static Chip chip(MessageView message, Texts texts) {
        String label = texts.label(message.state());
        if (message.settled() != null) {
            return Chip.plain(label);
        }
        return switch (message.state()) {
            case SENT -> Chip.ok(label);
            case QUEUED, SENDING -> Chip.calm(label);
            case UNKNOWN -> Chip.warn(label);
            case FAILED, NO_CHANNEL -> Chip.late(label);
        };
    }

    static String why(MessageView message, Texts texts) {
        Failure failure = message.failure();
        if (failure == null) {
            return texts.get("staff.notices.noWay");
        }
        return message.providerCode().isEmpty()
                ? texts.label(failure)
                : texts.get("channels.failure.code", texts.label(failure), message.providerCode());
    }

    private Div actions(MessageView message, Texts texts) {
        Div actions = new Div(Buttons.small(
                texts.get("staff.notices.told"),
                () -> act(() -> notices.settle(id, message.id(), Settled.TOLD_OTHERWISE))));
        actions.addClassName("settings-actions");
        if (message.state() == MessageState.UNKNOWN) {
            actions.add(Buttons.small(
                    texts.get("staff.notices.arrived"),
                    () -> act(() -> notices.settle(id, message.id(), Settled.ARRIVED))));
            actions.add(Buttons.small(texts.get("staff.notices.again"), () -> ComponentTexts.confirm(
                            texts.get("staff.notices.again.question"),
                            texts.get("staff.notices.again.risk"),
                            texts.get("staff.notices.again"),
                            () -> act(() -> notices.sendAgain(id, message.id())))
                    .open()));
        } else {
            actions.add(Buttons.small(
                    texts.get("staff.notices.again"), () -> act(() -> notices.sendAgain(id, message.id()))));
        }
        return actions;
    }

    private void act(Runnable action) {
        try {
            action.run();
        } catch (StateRefused e) {
            Toast.problem(UiTexts.text("staff.notices.refused"));
        }
        draw();
    }
}
