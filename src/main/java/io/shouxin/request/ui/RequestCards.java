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
import java.util.UUID;

/** A client's own requests, each with how it stands and a way to it. */
final class RequestCards {

    private RequestCards() {}

    /** @param client who looks: what an agent asks in their name is told apart from what they asked themselves */
    static Component[] of(List<SubjectRequest> requests, UUID client) {
        return requests.stream()
                .map(request -> request.isAskedInNameOf(client) ? inNameOfClient(request) : card(request))
                .toArray(Component[]::new);
    }

    private static RecordCard inNameOfClient(SubjectRequest request) {
        Texts texts = UiTexts.current();
        boolean closed = request.status() == RequestStatus.CLOSED;
        Chip state = request.outcome() != null
                ? Chip.plain(texts.label(request.outcome()))
                : Chip.warn(texts.get("client.others.mine.chip"));
        return new RecordCard(
                        texts.get("client.others.mine.title", texts.label(request.type()), request.reference()),
                        state,
                        texts.get(closed ? "client.others.mine.closed" : "client.others.mine.open"))
                .with(new RouteLink("track/" + request.reference(), texts.get("client.others.mine.see")));
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
