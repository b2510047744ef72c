package io.shouxin.request.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.shouxin.deadline.ClockView;
import io.shouxin.deadline.DeadlineTexts;
import io.shouxin.deadline.DueDate;
import io.shouxin.request.Channel;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.ui.DueBox;
import io.shouxin.shared.ui.UiTexts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The date by which an answer is promised, or by which the client is asked for something, and how it was counted. */
@SpringComponent
class PromisedDate {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Clock clock;

    PromisedDate(Clock clock) {
        this.clock = clock;
    }

    /** The box over an open case; none once the case is closed, or where nobody asked and nothing was promised. */
    Optional<DueBox> box(SubjectRequest request, @Nullable ClockView view) {
        if (view == null || request.closedAt() != null || request.channel() == Channel.CLOCK) {
            return Optional.empty();
        }
        DueDate due = view.due();
        LocalDate proofDue = request.proofDueOn();
        if (proofDue != null) {
            return Optional.of(new DueBox(
                    UiTexts.text("client.due.yours"), dates().date(proofDue), UiTexts.text("client.due.paused")));
        }
        return due == null
                ? Optional.empty()
                : Optional.of(
                        new DueBox(UiTexts.text("client.due.ours"), dates().date(due.on()), dates().explanation(view)));
    }

    /** For a request that would be sent now. */
    DueBox ifSentNow(DueDate due) {
        return new DueBox(UiTexts.text("client.due.ifNow"), dates().date(due.on()), dates().explanation(due));
    }

    DeadlineTexts dates() {
        return DeadlineTexts.of(UiTexts.current().locale(), LocalDate.now(clock.withZone(CHINA)));
    }
}
