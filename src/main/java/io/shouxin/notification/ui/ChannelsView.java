package io.shouxin.notification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.shouxin.notification.ChannelKind;
import io.shouxin.notification.Channels;
import io.shouxin.notification.Channels.Channel;
import io.shouxin.notification.Channels.Health;
import io.shouxin.notification.Failure;
import io.shouxin.notification.Medium;
import io.shouxin.notification.Messages;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.DefinitionTable;
import io.shouxin.shared.ui.EmptyState;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The ways by which clients and colleagues are reached, how each does, and a way to add one. */
@Route("staff/administration/channels")
@RolesAllowed("ADMINISTRATOR")
class ChannelsView extends Div implements BeforeEnterObserver, TitledView {

    static final String ROUTE = "staff/administration/channels";

    private final Channels channels;
    private final Messages messages;
    private final boolean demo;

    ChannelsView(Channels channels, Messages messages, Environment environment) {
        this.channels = channels;
        this.messages = messages;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public String title() {
        return UiTexts.text("channels.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        draw();
    }

    private void draw() {
        removeAll();
        Texts texts = UiTexts.current();
        StaffPage page = new StaffPage(title());
        page.particulars(new RouteLink("staff/administration", texts.get("channels.back")));
        if (demo) {
            page.wide(Notice.info(texts.get("channels.demo"), texts.get("channels.demo.what")));
        }
        cannot(texts).ifPresent(what -> page.wide(Notice.warning(texts.get("channels.cannot"), what)));
        List<Channel> all = channels.all();
        if (all.isEmpty()) {
            page.main(new EmptyState(texts.get("channels.empty"), texts.get("channels.empty.what")));
        }
        all.forEach(channel -> page.main(panel(channel, texts)));
        page.main(adding(texts));
        add(page);
    }

    /** What the portal cannot do for want of a channel. */
    private Optional<String> cannot(Texts texts) {
        List<String> all = new ArrayList<>();
        if (!messages.canSendCodes()) {
            all.add(texts.get("channels.cannot.codes"));
        }
        if (!messages.canReach(Medium.SMS)) {
            all.add(texts.get("channels.cannot.sms"));
        }
        if (!messages.canReach(Medium.MAIL)) {
            all.add(texts.get("channels.cannot.mail"));
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join(texts.isChinese() ? "" : " ", all));
    }

    private Panel panel(Channel channel, Texts texts) {
        Health health = channel.health();
        DefinitionTable table = new DefinitionTable()
                .row(texts.get("channels.kind"), texts.label(channel.settings().kind()))
                .row(
                        texts.get("channels.reaches"),
                        texts.label(channel.settings().kind().medium()))
                .row(texts.get("channels.sent"), texts.get("channels.sent.count", health.sentToday()))
                .row(texts.get("channels.limits"), limits(channel, texts));
        Failure failure = health.lastFailure();
        Instant failedAt = health.failedAt();
        if (failure != null && failedAt != null) {
            table.row(
                    texts.get("channels.lastFailure"),
                    new Div(
                            new Span(ChannelTrial.why(failure, health.providerCode(), texts)),
                            new Span(" · "),
                            new TimeText(failedAt)));
            table.row(texts.get("channels.lastFailure.fix"), texts.get("channels.fix." + failure.name()));
        }
        Instant rests = health.restsUntil();
        if (rests != null) {
            table.row(texts.get("channels.rests"), new TimeText(rests));
        }
        Div actions = new Div(
                new RouteLink(ROUTE + "/" + channel.id(), texts.get("channels.open")),
                Buttons.small(
                        texts.get(channel.active() ? "channels.deactivate" : "channels.activate"),
                        () -> activate(channel)));
        actions.addClassName("settings-actions");
        return new Panel(channel.name(), table, actions).corner(state(channel, texts));
    }

    private static Component state(Channel channel, Texts texts) {
        if (!channel.active()) {
            return Chip.calm(texts.get("channels.state.inactive"));
        }
        return channel.health().restsUntil() == null
                ? Chip.ok(texts.get("channels.state.active"))
                : Chip.warn(texts.get("channels.state.resting"));
    }

    private static String limits(Channel channel, Texts texts) {
        Integer minute = channel.perMinute();
        Integer day = channel.perDay();
        if (minute != null && day != null) {
            return texts.get("channels.limits.both", minute, day);
        }
        if (minute != null) {
            return texts.get("channels.limits.minute", minute);
        }
        return day == null ? texts.get("channels.limits.none") : texts.get("channels.limits.day", day);
    }

    private void activate(Channel channel) {
        channels.activate(channel.id(), !channel.active());
        draw();
    }

    private static Panel adding(Texts texts) {
        Panel panel = new Panel(texts.get("channels.add"), new Paragraph(texts.get("channels.add.what")));
        for (ChannelKind kind : ChannelKind.values()) {
            RouteLink link = new RouteLink(
                    ROUTE + "/" + kind.name().toLowerCase(Locale.ROOT), texts.get("channels.add." + kind.name()));
            panel.add(new Div(link));
        }
        return panel;
    }
}
