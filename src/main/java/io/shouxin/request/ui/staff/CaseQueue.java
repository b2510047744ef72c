package io.shouxin.request.ui.staff;

import io.shouxin.deadline.ClockState;
import io.shouxin.deadline.ClockView;
import io.shouxin.deadline.Clocks;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.SubjectRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Requests in the order in which they press: the longest overdue first, then the next deadline, then what waits for the client. What is
 * closed follows, newest first. The open ones are few enough to be sorted here; the closed ones, which grow for years, are read by page.
 */
final class CaseQueue {

    private final RequestReader reader;
    private final @Nullable RequestStatus status;
    private final List<SubjectRequest> open = new ArrayList<>();
    private final int closed;

    /** @param status null for all of them */
    CaseQueue(RequestReader reader, Clocks clocks, @Nullable RequestStatus status) {
        this.reader = reader;
        this.status = status;
        Stream.of(RequestStatus.values())
                .filter(each -> each != RequestStatus.CLOSED && isWanted(each))
                .forEach(each -> {
                    int count = reader.count(each, null);
                    if (count > 0) {
                        open.addAll(reader.list(each, null, 0, count));
                    }
                });
        Map<UUID, ClockView> times =
                clocks.views(open.stream().map(each -> each.id().value()).toList());
        open.sort(Comparator.comparing(
                        (SubjectRequest each) -> due(times.get(each.id().value())))
                .thenComparing(SubjectRequest::receivedAt));
        closed = isWanted(RequestStatus.CLOSED) ? reader.count(RequestStatus.CLOSED, null) : 0;
    }

    int size() {
        return open.size() + closed;
    }

    List<SubjectRequest> page(int offset, int limit) {
        List<SubjectRequest> page =
                new ArrayList<>(open.stream().skip(offset).limit(limit).toList());
        int left = Math.min(limit - page.size(), size() - offset - page.size());
        if (left > 0) {
            page.addAll(reader.list(RequestStatus.CLOSED, null, Math.max(0, offset - open.size()), left));
        }
        return page;
    }

    private boolean isWanted(RequestStatus each) {
        return status == null || status == each;
    }

    private static LocalDate due(@Nullable ClockView clock) {
        return clock == null || clock.due() == null || clock.state() != ClockState.RUNNING
                ? LocalDate.MAX
                : clock.due().on();
    }
}
