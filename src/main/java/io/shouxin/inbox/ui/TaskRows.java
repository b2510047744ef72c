package io.shouxin.inbox.ui;

import io.shouxin.deadline.ClockState;
import io.shouxin.deadline.ClockView;
import io.shouxin.deadline.Clocks;
import io.shouxin.deadline.DeadlineTexts;
import io.shouxin.evidence.ShownRows;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.ListFilter;
import io.shouxin.inbox.StaffNames;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firms;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.Dotted;
import io.shouxin.shared.ui.ListRow;
import io.shouxin.shared.ui.UiTexts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a page of the list with a fixed number of queries, however many rows it has. */
@Component
class TaskRows {

    private final Inbox inbox;
    private final PersonData people;
    private final Clocks clocks;
    private final Firms firms;
    private final StaffNames names;
    private final ShownRows shown;
    private final CurrentActor current;
    private final Clock clock;

    TaskRows(
            Inbox inbox,
            PersonData people,
            Clocks clocks,
            Firms firms,
            StaffNames names,
            ShownRows shown,
            CurrentActor current,
            Clock clock) {
        this.inbox = inbox;
        this.people = people;
        this.clocks = clocks;
        this.firms = firms;
        this.names = names;
        this.shown = shown;
        this.current = current;
        this.clock = clock;
    }

    /** A task with what its row says of it. */
    record Row(
            InboxTask task,
            String person,
            String branch,
            String holder,
            @Nullable ClockView clock) {}

    List<Row> read(ListFilter filter, int limit) {
        List<InboxTask> tasks = inbox.list(filter, 0, limit);
        if (tasks.isEmpty()) {
            return List.of();
        }
        shown.note("inbox", "case", tasks.stream().map(InboxTask::caseId).toList());
        Map<UUID, PersonData.Card> cards = people.cards(
                tasks.stream()
                        .map(InboxTask::subjectId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                Purpose.CASE);
        Map<UUID, ClockView> times =
                clocks.views(tasks.stream().map(InboxTask::caseId).distinct().toList());
        List<Branch> branches = firms.branches();
        Map<UUID, String> branchNames =
                branches.stream().collect(Collectors.toMap(Branch::id, branch -> branch.label(UiTexts.current())));
        Map<UUID, String> holders = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (InboxTask task : tasks) {
            PersonData.Card card = task.subjectId() == null ? null : cards.get(task.subjectId());
            String holder = task.assignee() == null ? "" : holders.computeIfAbsent(task.assignee(), names::nameOf);
            rows.add(new Row(
                    task,
                    card == null ? "" : card.maskedName(),
                    branches.size() > 1 ? branchNames.getOrDefault(task.branchId(), "") : "",
                    holder,
                    times.get(task.caseId())));
        }
        return rows;
    }

    boolean isMine(InboxTask task) {
        Actor actor = current.get();
        return task.assignee() != null && task.assignee().equals(actor.id());
    }

    /** @param address where the task is opened, within the list that is shown */
    ListRow draw(Row row, String address, Texts texts) {
        InboxTask task = row.task();
        List<String> second = new ArrayList<>();
        second.add(task.caseReference());
        second.add(row.person().isEmpty() ? nobody(task, texts) : row.person());
        second.add(row.branch());
        second.add(texts.get("Channel." + task.caseChannel()));
        ClockView time = row.clock();
        if (time != null && time.state() != ClockState.PAUSED) {
            second.add(dates(texts).workBy(time));
        }
        if (!row.holder().isEmpty()) {
            second.add(isMine(task) ? texts.get("inbox.holder.me") : texts.get("inbox.holder", row.holder()));
        }
        ListRow line = new ListRow(
                title(task, texts),
                chip(row, texts),
                Dotted.line(second.stream().filter(part -> !part.isEmpty()).toList()),
                address);
        if (task.returned()) {
            line.flag(Chip.warn(texts.get("inbox.returned")));
        }
        return task.escalated() ? line.flag(Chip.warn(texts.get("inbox.escalated"))) : line;
    }

    /** What stands for a name where the task is about nobody in particular, or about somebody whom the firm does not know. */
    private static String nobody(InboxTask task, Texts texts) {
        String own = "inbox.person." + task.caseType();
        return texts.get(texts.has(own) ? own : "inbox.person.unknown");
    }

    static String title(InboxTask task, Texts texts) {
        return texts.get(
                "inbox.row.title",
                texts.get("RequestType." + task.caseType()),
                texts.get("inbox.kind." + task.label()));
    }

    private Chip chip(Row row, Texts texts) {
        ClockView time = row.clock();
        if (time != null && time.state() == ClockState.PAUSED) {
            return Chip.calm(texts.get("deadline.paused"));
        }
        if (time == null) {
            return Chip.plain(texts.get("inbox.noDate"));
        }
        String left = dates(texts).remaining(time);
        if (time.isOverdue()) {
            return Chip.late(left);
        }
        return time.isSoon() ? Chip.warn(left) : Chip.plain(left);
    }

    private DeadlineTexts dates(Texts texts) {
        return DeadlineTexts.of(texts.locale(), ChinaTime.today(clock));
    }
}
