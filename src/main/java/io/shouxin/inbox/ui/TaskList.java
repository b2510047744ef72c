package io.shouxin.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.EmptyState;
import io.shouxin.shared.ui.FilterPills;
import io.shouxin.shared.ui.KeyHint;
import io.shouxin.shared.ui.ListHead;
import io.shouxin.shared.ui.ListRow;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.SplitPage;
import io.shouxin.shared.ui.UiTexts;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list beside the open task: which part of the inbox, how much of it, and what stands before and after a task. */
final class TaskList {

    private static final int PAGE = 40;

    private final Inbox inbox;
    private final TaskRows reader;
    private final WarningBell bell;
    private final SplitPage split;
    private final Runnable otherFilter;
    private final Map<UUID, ListRow> drawn = new LinkedHashMap<>();

    private Inbox.Filter filter = Inbox.Filter.FOR_ME;
    private int limit = PAGE;
    private List<InboxTask> tasks = List.of();
    private @Nullable UUID chosen;

    /** @param otherFilter called when the person has chosen another part of the inbox */
    TaskList(Inbox inbox, TaskRows reader, WarningBell bell, SplitPage split, Runnable otherFilter) {
        this.inbox = inbox;
        this.reader = reader;
        this.bell = bell;
        this.split = split;
        this.otherFilter = otherFilter;
    }

    /** Reads it anew. */
    void load() {
        List<TaskRows.Row> rows = reader.read(filter, limit);
        tasks = rows.stream().map(TaskRows.Row::task).toList();
        Texts texts = UiTexts.current();
        RouteLink search = new RouteLink("staff/people", texts.get("inbox.search"));
        bell.load();
        split.list(
                new ListHead(texts.get("inbox.title"), new KeyHint("/"), search),
                bell,
                pills(texts),
                list(rows, texts));
        mark(chosen);
    }

    boolean isEmpty() {
        return tasks.isEmpty();
    }

    Optional<InboxTask> first() {
        return tasks.stream().findFirst();
    }

    /** Shows which task is open; none if null. */
    void mark(@Nullable UUID task) {
        chosen = task;
        drawn.forEach((id, row) -> row.chosen(id.equals(task)));
    }

    /** The task so many places below the open one, or above if negative; the first where none is open. */
    Optional<InboxTask> neighbour(int by) {
        if (chosen == null) {
            return first();
        }
        int at = position(chosen);
        int to = at < 0 ? 0 : at + by;
        return to < 0 || to >= tasks.size() ? Optional.empty() : Optional.of(tasks.get(to));
    }

    /** Reads it anew after a task was done, and answers what stood behind that and still stands; else the first. */
    Optional<InboxTask> loadWithout(UUID done) {
        List<UUID> behind = ids().skip(Math.max(0, position(done))).toList();
        load();
        List<InboxTask> still =
                tasks.stream().filter(task -> !task.id().equals(done)).toList();
        return still.stream()
                .filter(task -> behind.contains(task.id()))
                .min(Comparator.comparingInt(task -> behind.indexOf(task.id())))
                .or(() -> still.stream().findFirst());
    }

    private FilterPills pills(Texts texts) {
        FilterPills pills = new FilterPills();
        for (Inbox.Filter each : Inbox.Filter.values()) {
            int count = inbox.count(each);
            if (count > 0 || each == filter || each != Inbox.Filter.ESCALATED) {
                pills.pill(texts.get("inbox.filter." + each.name()), count, each == filter, () -> choose(each));
            }
        }
        return pills;
    }

    private Component list(List<TaskRows.Row> rows, Texts texts) {
        Div list = new Div();
        list.addClassName("task-list");
        drawn.clear();
        for (TaskRows.Row row : rows) {
            ListRow line = reader.draw(row, texts);
            drawn.put(row.task().id(), line);
            list.add(line);
        }
        if (rows.isEmpty()) {
            list.add(new EmptyState(
                    texts.get("inbox.empty." + filter.name()), texts.get("inbox.empty." + filter.name() + ".what")));
        } else if (rows.size() == limit) {
            list.add(Buttons.small(texts.get("inbox.more"), this::more));
        }
        return list;
    }

    private void choose(Inbox.Filter wanted) {
        filter = wanted;
        limit = PAGE;
        load();
        otherFilter.run();
    }

    private void more() {
        limit += PAGE;
        load();
    }

    private int position(UUID task) {
        return IntStream.range(0, tasks.size())
                .filter(i -> tasks.get(i).id().equals(task))
                .findFirst()
                .orElse(-1);
    }

    private Stream<UUID> ids() {
        return tasks.stream().map(InboxTask::id);
    }
}
