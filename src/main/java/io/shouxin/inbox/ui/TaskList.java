package io.shouxin.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.ListFilter;
import io.shouxin.inbox.SavedView;
import io.shouxin.inbox.StaffNames;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.EmptyState;
import io.shouxin.shared.ui.FilterPills;
import io.shouxin.shared.ui.InPlace;
import io.shouxin.shared.ui.KeyHint;
import io.shouxin.shared.ui.ListHead;
import io.shouxin.shared.ui.ListRow;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.SplitPage;
import io.shouxin.shared.ui.UiTexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The list beside the open task: which part of the inbox or which saved view, how much of it, what stands before and after a task, and
 * which rows are ticked.
 */
final class TaskList implements ViewsBar.Shown, BulkBar.Picked {

    private static final int PAGE = 40;
    private static final String NO_VIEW = new UUID(0, 0).toString();

    private final Inbox inbox;
    private final TaskRows reader;
    private final WarningBell bell;
    private final SplitPage split;
    private final Runnable otherFilter;
    private final ListTools tools;
    private final ViewsBar views;
    private final BulkBar bulk;
    private final Button pick;
    private final FilterPills parts = new FilterPills();
    private final Div rowsBelow = new Div();
    private final Button more = Buttons.small(UiTexts.text("inbox.more"), this::more);
    private final Set<UUID> picked = new LinkedHashSet<>();
    private final Map<UUID, Drawn> drawn = new HashMap<>();

    private ListFilter filter = ListFilter.of(Inbox.Filter.FOR_ME);
    private @Nullable SavedView view;
    private String asked = "";
    private boolean counted;
    private boolean picking;
    private int limit = PAGE;
    private List<InboxTask> tasks = List.of();
    private @Nullable UUID chosen;

    /**
     * A row as it stands on the page.
     *
     * @param markup as it was made, to see whether it would be another now
     * @param tick null where rows are not ticked
     * @param whole the row with its tick
     */
    private record Drawn(
            ListRow row, String markup, @Nullable Checkbox tick, Component whole) {}

    /** @param otherFilter called when the person has chosen another part of the inbox */
    TaskList(
            Inbox inbox,
            TaskRows reader,
            WarningBell bell,
            SplitPage split,
            ListTools tools,
            StaffNames names,
            Runnable otherFilter) {
        this.inbox = inbox;
        this.reader = reader;
        this.bell = bell;
        this.split = split;
        this.otherFilter = otherFilter;
        this.tools = tools;
        this.views = new ViewsBar(inbox, tools, names, this);
        this.bulk = new BulkBar(tools, names, this);
        this.pick = Buttons.link(UiTexts.text("inbox.bulk.start"), this::startPicking);
    }

    /**
     * What the address asks for: a saved view, or none. Nothing happens where it is shown already. One that is gone is still asked for,
     * so that what is said of it stands until the person goes elsewhere.
     */
    void use(String address) {
        String wanted = id(address);
        if (wanted.equals(asked)) {
            return;
        }
        asked = wanted;
        view = find(wanted);
        filter = view == null ? ListFilter.of(Inbox.Filter.FOR_ME) : view.filter();
        limit = PAGE;
        picked.clear();
        views.say(view, view == null && !wanted.isEmpty());
        load();
    }

    private @Nullable SavedView find(String wanted) {
        return wanted.isEmpty()
                ? null
                : tools.saved().find(UUID.fromString(wanted)).orElse(null);
    }

    /** An id, whatever stands in the address: that of no view where it is none. */
    private static String id(String address) {
        try {
            return address.isEmpty() ? "" : UUID.fromString(address).toString();
        } catch (IllegalArgumentException e) {
            return NO_VIEW;
        }
    }

    /** Counts the saved views anew. */
    void recount() {
        views.count();
        views.draw();
    }

    /** The saved view that the address asks for; empty where it asks for none. */
    String viewId() {
        return asked;
    }

    /** Where a task is opened so that this list stays beside it. */
    String address(UUID task) {
        return InboxView.ROUTE + "/" + task + query();
    }

    /** Where this list is opened without a task. */
    String address() {
        return InboxView.ROUTE + query();
    }

    private String query() {
        return asked.isEmpty() ? "" : "?" + InboxView.VIEW + "=" + asked;
    }

    /** Reads it anew. */
    void load() {
        List<TaskRows.Row> rows = reader.read(filter, limit);
        tasks = rows.stream().map(TaskRows.Row::task).toList();
        Texts texts = UiTexts.current();
        arrange(texts);
        bell.load();
        if (!counted) {
            counted = true;
            views.count();
        }
        views.draw();
        picked.retainAll(tasks.stream().map(InboxTask::id).toList());
        bulk.draw(picking);
        pick.setVisible(!picking && !tasks.isEmpty());
        parts.show(pills(texts));
        InPlace.arrange(rowsBelow, list(rows, texts));
        mark(chosen);
    }

    /** Once: what stands around the rows stays while they are read anew, with what is open in it and where it is scrolled to. */
    private void arrange(Texts texts) {
        if (parts.getParent().isPresent()) {
            return;
        }
        rowsBelow.addClassName("task-list");
        RouteLink search = new RouteLink("staff/people", texts.get("inbox.search"));
        Div line = new Div(views, pick);
        line.addClassName("list-tools");
        split.list(
                new ListHead(texts.get("inbox.title"), new KeyHint("/"), search), bell, parts, line, rowsBelow, bulk);
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
        drawn.forEach((id, each) -> each.row().chosen(id.equals(task)));
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

    private List<FilterPills.Pill> pills(Texts texts) {
        List<Inbox.Filter> all = List.of(Inbox.Filter.values());
        List<Integer> counts = inbox.counts(all.stream().map(ListFilter::of).toList());
        List<FilterPills.Pill> pills = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Inbox.Filter each = all.get(i);
            boolean chosen = view == null && each == filter.part();
            boolean always = each != Inbox.Filter.ESCALATED && each != Inbox.Filter.WITH_COLLEAGUES;
            if (counts.get(i) > 0 || chosen || always) {
                pills.add(new FilterPills.Pill(
                        each, texts.get("inbox.filter." + each.name()), counts.get(i), chosen, () -> choose(each)));
            }
        }
        return pills;
    }

    /** A row that says the same as before is the same: whoever has the focus on it, or on its tick, keeps it. */
    private List<Component> list(List<TaskRows.Row> rows, Texts texts) {
        List<Component> list = new ArrayList<>();
        Map<UUID, Drawn> now = new HashMap<>();
        for (TaskRows.Row row : rows) {
            Drawn each = drawn(row, texts);
            now.put(row.task().id(), each);
            list.add(each.whole());
        }
        drawn.clear();
        drawn.putAll(now);
        if (rows.isEmpty()) {
            String part = filter.isWholePart() ? filter.part().name() : "NARROWED";
            list.add(new EmptyState(texts.get("inbox.empty." + part), texts.get("inbox.empty." + part + ".what")));
        } else if (rows.size() == limit) {
            list.add(more);
        }
        return list;
    }

    private Drawn drawn(TaskRows.Row row, Texts texts) {
        UUID task = row.task().id();
        ListRow line = reader.draw(row, address(task), texts);
        String markup = line.getElement().getOuterHTML();
        Drawn before = drawn.get(task);
        if (before != null && before.markup().equals(markup) && picking == (before.tick() != null)) {
            Checkbox tick = before.tick();
            if (tick != null) {
                tick.setValue(picked.contains(task));
            }
            return before;
        }
        if (!picking) {
            return new Drawn(line, markup, null, line);
        }
        Checkbox tick = tick(row.task(), texts);
        Div whole = new Div(tick, line);
        whole.addClassName("pick-row");
        return new Drawn(line, markup, tick, whole);
    }

    private Checkbox tick(InboxTask task, Texts texts) {
        Checkbox tick = new Checkbox(picked.contains(task.id()));
        tick.setAriaLabel(texts.get("inbox.bulk.pick", task.caseReference()));
        tick.addValueChangeListener(changed -> {
            if (Boolean.TRUE.equals(changed.getValue())) {
                picked.add(task.id());
            } else {
                picked.remove(task.id());
            }
            bulk.draw(true);
        });
        return tick;
    }

    private void startPicking() {
        picking = true;
        load();
    }

    /** Ticks the open task, or takes its tick away. */
    void pickChosen() {
        UUID open = chosen;
        if (open == null || position(open) < 0) {
            return;
        }
        picking = true;
        if (!picked.remove(open)) {
            picked.add(open);
        }
        load();
    }

    @Override
    public List<UUID> tasks() {
        return List.copyOf(picked);
    }

    @Override
    public void all() {
        ids().forEach(picked::add);
        load();
    }

    @Override
    public void end() {
        picking = false;
        picked.clear();
        load();
    }

    @Override
    public ListFilter filter() {
        return filter;
    }

    @Override
    public @Nullable SavedView view() {
        return view;
    }

    @Override
    public void open(SavedView wanted) {
        use(wanted.id().toString());
        otherFilter.run();
    }

    @Override
    public void narrow(ListFilter wanted) {
        show(wanted);
    }

    @Override
    public void forget(UUID changed) {
        SavedView open = view;
        if (open != null
                && open.id().equals(changed)
                && tools.saved().find(changed).isEmpty()) {
            show(open.filter());
        }
    }

    private void choose(Inbox.Filter wanted) {
        show(ListFilter.of(wanted));
    }

    private void show(ListFilter wanted) {
        asked = "";
        view = null;
        filter = wanted;
        limit = PAGE;
        picked.clear();
        views.say(null, false);
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
