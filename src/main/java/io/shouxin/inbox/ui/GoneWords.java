package io.shouxin.inbox.ui;

import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.StaffNames;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.UiTexts;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Why a task cannot be worked on any more: this person decided it, a colleague did, or nobody needs to. */
@Component
class GoneWords {

    private final StaffNames names;
    private final CurrentActor current;

    GoneWords(StaffNames names, CurrentActor current) {
        this.names = names;
        this.current = current;
    }

    String title(Optional<InboxTask> task) {
        return UiTexts.text(task.isPresent() ? "inbox.gone.title" : "inbox.gone.notYours");
    }

    /** @param task as it is now; empty where this person may not see it any more */
    String of(Optional<InboxTask> task) {
        UUID decider = task.filter(InboxTask::done).map(InboxTask::assignee).orElse(null);
        if (decider == null) {
            return UiTexts.text("inbox.gone.what");
        }
        return decider.equals(current.get().id())
                ? UiTexts.text("inbox.gone.mine")
                : UiTexts.text("inbox.gone.other", names.nameOf(decider));
    }
}
