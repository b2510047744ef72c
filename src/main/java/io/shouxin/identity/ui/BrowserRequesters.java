package io.shouxin.identity.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.shouxin.identity.OneTimeCodes;
import io.shouxin.request.RequesterSession;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.ui.UiTexts;
import java.time.Clock;
import java.util.Optional;

/** Proves with a one-time code that whoever asks for another person holds the telephone that they name. */
@SpringComponent
class BrowserRequesters implements RequesterSession {

    private final OneTimeCodes codes;
    private final BrowserSession session;
    private final Clock clock;

    BrowserRequesters(OneTimeCodes codes, BrowserSession session, Clock clock) {
        this.codes = codes;
        this.session = session;
        this.clock = clock;
    }

    @Override
    public boolean canAsk() {
        return codes.canSend();
    }

    @Override
    public Optional<Requester> current() {
        return Requesting.current().map(Requesting::who);
    }

    @Override
    public Optional<Requester> typed() {
        return PendingSignIn.open(clock.instant())
                .flatMap(pending ->
                        Optional.ofNullable(pending.requester()).map(name -> new Requester(name, pending.phone())))
                .or(this::current);
    }

    @Override
    public Asked askCode(Requester requester, String next) {
        OneTimeCodes.Asked asked = codes.askAnybody(
                requester.phone(),
                session.secret(),
                BrowserSession.address(),
                UiTexts.current().isChinese() ? "zh" : "en");
        if (asked == OneTimeCodes.Asked.SENT) {
            PendingSignIn.ofRequester(requester.phone(), requester.name(), next, clock.instant())
                    .keep();
        }
        return switch (asked) {
            case SENT -> Asked.SENT;
            case TOO_MANY -> Asked.TOO_MANY;
            case NO_CHANNEL -> Asked.NO_CHANNEL;
        };
    }

    @Override
    public void rename(String name) {
        current().ifPresent(who -> new Requesting(new Requester(name, who.phone())).keep());
    }

    @Override
    public void follow(SubjectRequest request) {
        String phone = current().orElseThrow().phone();
        session.begin(request.owner(), phone, request.reference());
    }
}
