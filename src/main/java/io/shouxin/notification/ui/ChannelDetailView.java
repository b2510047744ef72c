package io.shouxin.notification.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.shouxin.notification.ChannelKind;
import io.shouxin.notification.Channels;
import io.shouxin.notification.Channels.Channel;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** One channel: to fill in, to try, to switch on or off, to remove. A new one is addressed by its kind. */
@Route("staff/administration/channels/:channel")
@RolesAllowed("ADMINISTRATOR")
class ChannelDetailView extends Div implements BeforeEnterObserver, TitledView {

    private final Channels channels;

    ChannelDetailView(Channels channels) {
        this.channels = channels;
    }

    @Override
    public String title() {
        return UiTexts.text("channels.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getRouteParameters().get("channel").orElse("");
        Optional<ChannelKind> kind = Arrays.stream(ChannelKind.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(asked))
                .findFirst();
        if (kind.isPresent()) {
            showNew(kind.get());
        } else {
            show(channels.get(id(asked)));
        }
    }

    private static UUID id(String asked) {
        try {
            return UUID.fromString(asked);
        } catch (IllegalArgumentException e) {
            throw new NotFound("channel", "of that form");
        }
    }

    private void showNew(ChannelKind kind) {
        Texts texts = UiTexts.current();
        StaffPage page = page(texts.get("channels.add." + kind.name()), texts);
        page.main(new Panel(
                texts.get("channels.settings"),
                new Paragraph(texts.get("channels.about." + kind.name())),
                new ChannelForm(channels, kind, null, id -> UI.getCurrent().navigate(ChannelsView.ROUTE + "/" + id))));
        replace(page);
    }

    private void show(Channel channel) {
        Texts texts = UiTexts.current();
        ChannelKind kind = channel.settings().kind();
        StaffPage page = page(channel.name(), texts);
        page.particulars(
                channel.active()
                        ? Chip.ok(texts.get("channels.state.active"))
                        : Chip.calm(texts.get("channels.state.inactive")));
        page.main(
                new Panel(texts.get("channels.try"), new ChannelTrial(channels, channel)),
                new Panel(
                        texts.get("channels.use"),
                        new Paragraph(texts.get(channel.active() ? "channels.use.on" : "channels.use.off")),
                        Buttons.quiet(
                                texts.get(channel.active() ? "channels.deactivate" : "channels.activate"),
                                () -> activate(channel))),
                new Panel(
                        texts.get("channels.settings"),
                        new Paragraph(texts.get("channels.about." + kind.name())),
                        new ChannelForm(channels, kind, channel, this::saved)),
                new Panel(
                        texts.get("channels.remove"),
                        new Paragraph(texts.get("channels.remove.what")),
                        Buttons.danger(texts.get("channels.remove"), () -> askToRemove(channel))));
        replace(page);
    }

    private StaffPage page(String heading, Texts texts) {
        StaffPage page = new StaffPage(heading);
        page.particulars(new RouteLink(ChannelsView.ROUTE, texts.get("channels.back.list")));
        return page;
    }

    private void replace(StaffPage page) {
        removeAll();
        add(page);
    }

    private void saved(UUID id) {
        Toast.done(UiTexts.text("channels.saved"));
        show(channels.get(id));
    }

    private void activate(Channel channel) {
        channels.activate(channel.id(), !channel.active());
        show(channels.get(channel.id()));
    }

    private void askToRemove(Channel channel) {
        ComponentTexts.confirm(
                        UiTexts.text("channels.remove.question", channel.name()),
                        UiTexts.text("channels.remove.what"),
                        UiTexts.text("channels.remove"),
                        () -> {
                            channels.remove(channel.id());
                            UI.getCurrent().navigate(ChannelsView.ROUTE);
                        })
                .open();
    }
}
