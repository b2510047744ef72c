package io.shouxin.request.ui;

import com.vaadin.flow.component.Component;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.RecordCard;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;

/** A client's own requests, each with how it stands and a way to it. */
final class RequestCards {

    private RequestCards() {}

    static Component[] of(List<SubjectRequest> requests) {
        return requests.stream().map(RequestCards::card).toArray(Component[]::new);
    }

    private static RecordCard card(SubjectRequest request) {
        Texts texts = UiTexts.current();
        boolean closed = request.status() == RequestStatus.CLOSED;
        Chip state = request.outcome() != null
                ? Chip.plain(texts.label(request.outcome()))
                : request.status() == RequestStatus.AWAITING_PROOF
                        ? Chip.warn(texts.label(request.status()))
                        : Chip.plain(texts.label(request.status()));
        return new RecordCard(
                        texts.get("client.mine.request", texts.label(request.type()), request.reference()),
                        state,
                        texts.get(closed ? "client.mine.requestClosed" : "client.mine.requestOpen"))
                .with(new RouteLink("track/" + request.reference(), texts.get("client.mine.track")));
    }
}
