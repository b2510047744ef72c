package io.shouxin.inbox.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.BpmnDiagram;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.EmptyState;
import io.shouxin.shared.ui.FilterPills;
import io.shouxin.shared.ui.KeyHint;
import io.shouxin.shared.ui.ListHead;
import io.shouxin.shared.ui.ListRow;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.RailChanged;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.SingleKeys;
import io.shouxin.shared.ui.SplitPage;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What waits for this person, next deadline first, and beside it the whole of the chosen task. The panels of the tasks come by
 * injection, where the search for a page's components does not follow: what they use is named here, or browsers would not know it.
 */
@Route("staff/inbox")
@Uses(BpmnDiagram.class)
@Uses(Checkbox.class)
@Uses(CheckboxGroup.class)
@Uses(ConfirmDialog.class)
@Uses(DatePicker.class)
@Uses(Details.class)
@Uses(RadioButtonGroup.class)
@Uses(TextArea.class)
@Uses(TextField.class)
@Uses(Upload.class)
@RolesAllowed({"STAFF", "REVIEWER", "PRIVACY_OFFICER"})
class InboxView extends Div implements HasUrlParameter<String>, TitledView {

    private static final int PAGE = 40;

    private final Inbox inbox;
    private final TaskRows reader;
    private final TaskBroadcast broadcast;
    private final io.shouxin.inbox.StaffNames names;
    private final Map<String, TaskPanel> panels;
    private final SplitPage split = new SplitPage();
    private final SingleKeys keys;
    private final Map<UUID, ListRow> drawn = new LinkedHashMap<>();
    private final AtomicBoolean stale = new AtomicBoolean();

    private Inbox.Filter filter = Inbox.Filter.FOR_ME;
    private int limit = PAGE;
    private List<TaskRows.Row> rows = List.of();
    private @Nullable Desk desk;
    private boolean focusNext;
    private Runnable stopListening = () -> {};

    InboxView(
            Inbox inbox,
            TaskRows reader,
            TaskBroadcast broadcast,
            io.shouxin.inbox.StaffNames names,
            List<TaskPanel> panels) {
        this.inbox = inbox;
        this.reader = reader;
        this.broadcast = broadcast;
        this.names = names;
        this.panels = panels.stream()
                .flatMap(panel -> panel.kinds().stream().map(kind -> Map.entry(kind, panel)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        add(split);
        Texts texts = UiTexts.current();
        keys = new SingleKeys(this)
                .on("J", texts.get("inbox.keys.next"), () -> move(1))
                .on("K", texts.get("inbox.keys.previous"), () -> move(-1))
                .on("C", texts.get("inbox.keys.claim"), this::claimOrRelease)
                .on("/", texts.get("inbox.keys.search"), () -> go("staff/people"));
    }

    @Override
    public String title() {
        return UiTexts.text("inbox.title");
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String parameter) {
        if (rows.isEmpty()) {
            load();
        }
        if (parameter == null) {
            if (rows.isEmpty()) {
                showNothing();
            } else {
                event.forwardTo(InboxView.class, rows.get(0).task().id().toString());
            }
            return;
        }
        open(parameter);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        stopListening = broadcast.listen(branches -> {
            if (stale.compareAndSet(false, true)) {
                ui.access(() -> {
                    stale.set(false);
                    refresh();
                    RailChanged.tell(ui);
                });
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        stopListening.run();
    }

    /** Reads the list anew; what is open and half filled in stays as it is. */
    void refresh() {
        load();
        if (desk != null) {
            desk.refresh();
            if (desk.isNewlyFree()) {
                show(desk.task());
            }
        } else if (!rows.isEmpty() && split.getChildren().findFirst().isPresent()) {
            go("staff/inbox/" + rows.get(0).task().id());
        }
    }

    private void load() {
        rows = reader.read(filter, limit);
        Texts texts = UiTexts.current();
        FilterPills pills = new FilterPills();
        for (Inbox.Filter each : Inbox.Filter.values()) {
            int count = inbox.count(each);
            if (count > 0 || each == filter || each != Inbox.Filter.ESCALATED) {
                pills.pill(texts.get("inbox.filter." + each.name()), count, each == filter, () -> choose(each));
            }
        }
        Div list = new Div();
        list.addClassName("task-list");
        drawn.clear();
        for (TaskRows.Row row : rows) {
            ListRow line = reader.draw(row, texts);
            drawn.put(row.task().id(), line);
            list.add(line);
        }
        markChosen();
        if (rows.isEmpty()) {
            list.add(new EmptyState(
                    texts.get("inbox.empty." + filter.name()), texts.get("inbox.empty." + filter.name() + ".what")));
        } else if (rows.size() == limit) {
            list.add(Buttons.small(texts.get("inbox.more"), this::more));
        }
        RouteLink search = new RouteLink("staff/people", texts.get("inbox.search"));
        split.list(new ListHead(texts.get("inbox.title"), new KeyHint("/"), search), pills, list);
    }

    private void choose(Inbox.Filter chosen) {
        filter = chosen;
        limit = PAGE;
        load();
        if (rows.isEmpty()) {
            desk = null;
            showNothing();
        } else {
            go("staff/inbox/" + rows.get(0).task().id());
        }
    }

    private void more() {
        limit += PAGE;
        load();
    }

    private void open(String parameter) {
        Optional<InboxTask> task = find(parameter);
        if (task.isEmpty() || task.get().done()) {
            desk = null;
            markChosen();
            split.detail(new StaffPage(UiTexts.text("inbox.gone.title"))
                    .main(new Notice(
                            Chip.Tone.PLAIN, UiTexts.text("inbox.gone.title"), UiTexts.text("inbox.gone.what"))));
            return;
        }
        show(task.get());
    }

    private void show(InboxTask task) {
        Desk opened = new Desk(task, inbox, names, new Surroundings());
        desk = opened;
        TaskPanel panel = panels.get(task.kind());
        com.vaadin.flow.component.Component detail =
                panel == null ? new StaffPage(UiTexts.text("inbox.noPanel")) : panel.render(task, opened);
        split.detail(detail);
        markChosen();
        if (focusNext && detail instanceof StaffPage page) {
            page.focusTitle();
        }
        focusNext = false;
    }

    private void showNothing() {
        split.detail(new EmptyState(UiTexts.text("inbox.nothing"), UiTexts.text("inbox.nothing.what")));
    }

    private Optional<InboxTask> find(String parameter) {
        try {
            return Optional.of(inbox.get(UUID.fromString(parameter)));
        } catch (NotFound | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void markChosen() {
        UUID chosen = desk == null ? null : desk.task().id();
        drawn.forEach((id, row) -> row.chosen(id.equals(chosen)));
    }

    private void claimOrRelease() {
        if (desk != null) {
            desk.claimOrRelease();
        }
    }

    private void move(int by) {
        neighbour(by).ifPresent(id -> {
            focusNext = true;
            go("staff/inbox/" + id);
        });
    }

    private Optional<UUID> neighbour(int by) {
        if (desk == null) {
            return rows.stream().findFirst().map(row -> row.task().id());
        }
        int at = position(desk.task().id());
        int to = at < 0 ? 0 : at + by;
        return to < 0 || to >= rows.size()
                ? Optional.empty()
                : Optional.of(rows.get(to).task().id());
    }

    private int position(UUID id) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).task().id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** Acts as if the key had been pressed. */
    void press(String key) {
        keys.press(key);
    }

    private static void go(String route) {
        UI.getCurrent().navigate(route);
    }

    /** What a desk may do with the list around it. */
    final class Surroundings {

        Optional<InboxTask> following() {
            return neighbour(1).flatMap(id -> Optional.of(rows.get(position(id)).task()));
        }

        void reload() {
            load();
            RailChanged.tell(UI.getCurrent());
        }

        /** Opens what stood after the task that is done now. */
        void advance(UUID done) {
            int at = Math.max(0, position(done));
            List<UUID> after = rows.stream()
                    .skip(at)
                    .map(row -> row.task().id())
                    .filter(id -> !id.equals(done))
                    .toList();
            desk = null;
            load();
            Map<UUID, TaskRows.Row> still =
                    rows.stream().collect(Collectors.toMap(row -> row.task().id(), Function.identity()));
            UUID next = after.stream()
                    .filter(still::containsKey)
                    .findFirst()
                    .or(() -> rows.stream()
                            .map(row -> row.task().id())
                            .filter(id -> !id.equals(done))
                            .findFirst())
                    .orElse(null);
            focusNext = true;
            if (next == null) {
                showNothing();
                go("staff/inbox");
            } else {
                go("staff/inbox/" + next);
            }
        }
    }
}
