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

    private RelatedCases() {}

    static List<Notice> of(SubjectRequest request, RequestReader reader) {
        Texts texts = UiTexts.current();
        return Stream.concat(cameBack(request, reader, texts), others(request, reader, texts))
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

    private static RouteLink[] links(Stream<SubjectRequest> cases) {
        return cases.map(each -> new RouteLink("staff/cases/" + each.id(), each.reference()))
                .toArray(RouteLink[]::new);
    }
}
