package io.shouxin.request.ui.staff;

import io.shouxin.request.Channel;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Other cases that whoever decides this one should know. */
final class RelatedCases {

    private static final int MOST_CLOSED = 10;

    private RelatedCases() {}

    static List<Notice> of(SubjectRequest request, RequestReader reader) {
        Texts texts = UiTexts.current();
        return Stream.of(
                        cameBack(request, reader, texts),
                        others(request, reader, texts),
                        closed(request, reader, texts))
                .flatMap(notices -> notices)
                .toList();
    }

    /** Why there is a case that nobody asked for, with the cases that had kept what it is about. */
    private static Stream<Notice> cameBack(SubjectRequest request, RequestReader reader, Texts texts) {
        return request.channel() == Channel.CLOCK
                ? Stream.of(new Notice(
                        Chip.Tone.PLAIN,
                        texts.get("staff.clock.title"),
                        texts.get("staff.clock.text"),
                        links(reader.keptBy(request.id()).stream())))
                : Stream.empty();
    }

    /** Requests of the same person that are open too. */
    private static Stream<Notice> others(SubjectRequest request, RequestReader reader, Texts texts) {
        UUID subject = request.subjectId();
        if (subject == null || request.status() == RequestStatus.CLOSED) {
            return Stream.empty();
        }
        RouteLink[] links = links(reader.ofClient(subject).stream()
                .filter(other ->
                        other.status() != RequestStatus.CLOSED && !other.id().equals(request.id())));
        return links.length == 0
                ? Stream.empty()
                : Stream.of(new Notice(
                        Chip.Tone.PLAIN, texts.get("staff.case.others"), texts.get("staff.case.othersText"), links));
    }

    /** What the same person asked before, and how it ended. */
    private static Stream<Notice> closed(SubjectRequest request, RequestReader reader, Texts texts) {
        UUID subject = request.subjectId();
        if (subject == null) {
            return Stream.empty();
        }
        RouteLink[] links = reader.ofClient(subject).stream()
                .filter(other -> other.outcome() != null && !other.id().equals(request.id()))
                .limit(MOST_CLOSED)
                .map(other -> new RouteLink(
                        "staff/cases/" + other.id(),
                        texts.get(
                                "staff.case.closed.link",
                                other.reference(),
                                texts.get("staff.outcome." + other.outcome()))))
                .toArray(RouteLink[]::new);
        return links.length == 0
                ? Stream.empty()
                : Stream.of(new Notice(
                        Chip.Tone.PLAIN, texts.get("staff.case.closed"), texts.get("staff.case.closedText"), links));
    }

    private static RouteLink[] links(Stream<SubjectRequest> cases) {
        return cases.map(each -> new RouteLink("staff/cases/" + each.id(), each.reference()))
                .toArray(RouteLink[]::new);
    }
}
