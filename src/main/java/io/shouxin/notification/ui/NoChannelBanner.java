package io.shouxin.notification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.shouxin.notification.Medium;
import io.shouxin.notification.Messages;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Role;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffBanner;
import io.shouxin.shared.ui.UiTexts;
import java.util.Optional;

/** Says what the portal cannot do while there is no way to reach anybody. */
@SpringComponent
class NoChannelBanner implements StaffBanner {

    private final Messages messages;

    NoChannelBanner(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Optional<Component> banner(Actor actor) {
        if (messages.canSendCodes()) {
            return Optional.empty();
        }
        Texts texts = UiTexts.current();
        Div banner = new Div(new Span(
                texts.get(messages.canReach(Medium.MAIL) ? "channels.banner.noCodes" : "channels.banner.nothing")));
        banner.addClassName("staff-banner");
        banner.getElement().setAttribute("role", "status");
        if (actor.has(Role.ADMINISTRATOR)) {
            banner.add(new RouteLink(ChannelsView.ROUTE, texts.get("channels.banner.open")));
        } else {
            banner.add(new Span(texts.get("channels.banner.ask")));
        }
        return Optional.of(banner);
    }
}
