package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.shouxin.notification.Medium;
import io.shouxin.notification.MessageView;
import io.shouxin.request.CaseNotices;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.UiTexts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What a person was told in their cases, the newest first; what to do about a message stands in its case. */
final class PersonMessages {

    private static final int MOST = 30;

    private PersonMessages() {}

    private record Sent(SubjectRequest request, MessageView message) {

        Instant at() {
            return Objects.requireNonNullElse(message.sentAt(), message.createdAt());
        }
    }

    static Panel of(List<SubjectRequest> cases, CaseNotices notices) {
        Texts texts = UiTexts.current();
        Panel panel = new Panel(texts.get("staff.person.messages"));
        List<Sent> sent = cases.stream()
                .flatMap(request -> notices.of(request.id()).stream().map(message -> new Sent(request, message)))
                .sorted(Comparator.comparing(Sent::at).reversed())
                .toList();
        if (sent.isEmpty()) {
            panel.add(new Paragraph(texts.get("staff.person.messages.none")));
        }
        sent.stream().limit(MOST).forEach(each -> panel.add(line(each, texts)));
        if (sent.size() > MOST) {
            panel.add(new Paragraph(texts.get("staff.person.messages.more", sent.size() - MOST)));
        }
        return panel;
    }

    private static Div line(Sent sent, Texts texts) {
        Medium medium = sent.message().medium();
        Div line = new Div(
                new Span(texts.get("channels.notice." + sent.message().template()) + " · "
                        + (medium == null ? "" : texts.label(medium) + " · ")),
                new TimeText(sent.at()),
                new Span(" "),
                NoticesPanel.chip(sent.message(), texts),
                new Span(" "),
                new RouteLink(
                        "staff/cases/" + sent.request().id(), sent.request().reference()));
        line.addClassName("written");
        return line;
    }
}
