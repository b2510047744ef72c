package io.shouxin.inbox.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.shouxin.inbox.DueWarnings;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.Reminders;
import io.shouxin.inbox.StaffNames;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.BpmnDiagram;
import io.shouxin.shared.ui.EmptyState;
import io.shouxin.shared.ui.RailChanged;
import io.shouxin.shared.ui.SingleKeys;
import io.shouxin.shared.ui.SplitPage;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What waits for this person, next deadline first, and beside it the whole of the chosen task. The panels of the tasks come by
 * injection, where the search for a page's components does not follow: what they use is named here, or browsers would not know it.
 */
@Route(InboxView.ROUTE)
@Uses(BpmnDiagram.class)
@Uses(Checkbox.class)
@Uses(CheckboxGroup.class)
@Uses(ConfirmDialog.class)
@Uses(DatePicker.class)
@Uses(Dialog.class)
@Uses(RadioButtonGroup.class)
@Uses(TextArea.class)
@Uses(TextField.class)
@Uses(Upload.class)
@RolesAllowed({"STAFF", "REVIEWER", "PRIVACY_OFFICER"})
class InboxView extends Div implements HasUrlParameter<String>, TitledView {

    static final String ROUTE = "staff/inbox";

    /** In the address, the saved view that is shown: an id that says nothing by itself. */
    static final String VIEW = "view";

    private static final String CHOSEN_BY_US = "inbox.chosen-by-us";

    private final Inbox inbox;
    private final TaskBroadcast broadcast;
    private final StaffNames names;
    private final GoneWords gone;
    private final TaskPresence presence;
    private final ListTools tools;
    private final CurrentActor current;
    private final Map<String, TaskPanel> panels;
    private final SplitPage split = new SplitPage();
    private final TaskList list;
    private final SingleKeys keys;
    private final AtomicBoolean stale = new AtomicBoolean();

    private @Nullable Desk desk;
    private boolean focusNext;
    private Runnable stopListening = () -> {};
    private Runnable stopCounting = () -> {};
    private Runnable leave = () -> {};
    private final AtomicBoolean countsStale = new AtomicBoolean();

    InboxView(
            Inbox inbox,
            TaskRows reader,
            DueWarnings warnings,
            TaskBroadcast broadcast,
            StaffNames names,
            GoneWords gone,
            List<TaskPanel> panels,
            List<Reminders> reminders,
            ListTools tools,
            TaskPresence presence,
            Clock clock) {
        this.inbox = inbox;
        this.broadcast = broadcast;
        this.names = names;
        this.gone = gone;
        this.presence = presence;
        this.tools = tools;
        this.current = tools.current();
        this.panels = panels.stream()
                .flatMap(panel -> panel.kinds().stream().map(kind -> Map.entry(kind, panel)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        list = new TaskList(
                inbox, reader, new WarningBell(warnings, reminders, clock), split, tools, names, this::otherFilter);
        add(split);
        Texts texts = UiTexts.current();
        keys = new SingleKeys(this)
                .on("J", texts.get("inbox.keys.next"), () -> move(1))
                .on("K", texts.get("inbox.keys.previous"), () -> move(-1))
                .on("C", texts.get("inbox.keys.claim"), () -> desk != null, this::claimOrRelease)
                .on("X", texts.get("inbox.keys.pick"), () -> desk != null, list::pickChosen)
                .on("/", texts.get("inbox.keys.search"), () -> go("staff/people"));
    }

    @Override
    public String title() {
        return UiTexts.text("inbox.title");
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String parameter) {
        list.use(viewOf(event));
        if (list.isEmpty()) {
            list.load();
        }
        if (parameter != null) {
            UI ui = UI.getCurrent();
            split.showDetail(ComponentUtil.getData(ui, CHOSEN_BY_US) == null);
            ComponentUtil.setData(ui, CHOSEN_BY_US, null);
            if (!isOpen(parameter)) {
                open(parameter);
            }
        } else {
            list.first().ifPresentOrElse(first -> chooseForPerson(event, first), this::showNothing);
        }
    }

    private static String viewOf(BeforeEvent event) {
        Location location = event.getLocation();
        return location == null
                ? ""
                : location.getQueryParameters().getSingleParameter(VIEW).orElse("");
    }

    /**
     * The browser tells an address again that it was led to by us, or a click on the row of the open task does: what is entered there,
     * and a sheet that a key opened meanwhile, must not be swept away by the same page anew.
     */
    private boolean isOpen(String parameter) {
        Desk open = desk;
        if (open == null || !open.task().id().toString().equals(parameter) || focusNext) {
            return false;
        }
        open.refresh();
        return !open.isGone() && !open.isNewlyFree();
    }

    /** Nobody asked for the first task: a narrow screen goes on showing the list. The address is another view to the router. */
    private void chooseForPerson(BeforeEvent event, InboxTask first) {
        ComponentUtil.setData(UI.getCurrent(), CHOSEN_BY_US, first.id());
        if (list.viewId().isEmpty()) {
            event.forwardTo(InboxView.class, first.id().toString());
        } else {
            event.forwardTo(InboxView.class, first.id().toString(), QueryParameters.of(VIEW, list.viewId()));
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        stopCounting = broadcast.listenForCounts(() -> {
            if (countsStale.compareAndSet(false, true)) {
                ui.access(() -> {
                    countsStale.set(false);
                    if (current.get().kind() == Actor.Kind.STAFF) { // nobody has signed out meanwhile
                        list.recount();
                    }
                });
            }
        });
        arrive();
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
        stopCounting.run();
        leave.run();
    }

    /** Lets those who have the same task open know, and shows who they are. */
    private void arrive() {
        leave.run();
        leave = () -> {};
        UUID me = current.get().id();
        Desk open = desk;
        UI ui = getUI().orElse(null);
        if (open == null || me == null || ui == null) {
            return;
        }
        UUID task = open.task().id();
        leave = presence.enter(task, me, ui.accessLater(() -> open.present(others(open, me)), () -> {})::run);
        open.present(others(open, me));
    }

    private Set<UUID> others(Desk open, UUID me) {
        return tools.handOvers()
                .whoMaySee(open.task(), presence.others(open.task().id(), me));
    }

    /** Reads the list anew; what is open and half filled in stays as it is. */
    void refresh() {
        list.load();
        if (desk != null) {
            desk.refresh();
            if (desk.isNewlyFree()) {
                show(desk.task());
            }
        } else if (split.getChildren().findFirst().isPresent()) {
            list.first().ifPresent(first -> go(list.address(first.id())));
        }
    }

    private void otherFilter() {
        list.first().map(InboxTask::id).map(list::address).ifPresentOrElse(InboxView::go, () -> {
            go(list.address());
            showNothing();
        });
    }

    private void open(String parameter) {
        Optional<InboxTask> task = find(parameter);
        if (task.isEmpty() || task.get().done()) {
            close();
            split.detail(new StaffPage(gone.title(task)).main(new Paragraph(gone.of(task))));
            return;
        }
        show(task.get());
    }

    private void show(InboxTask task) {
        Desk opened = new Desk(task, inbox, names, gone, new Surroundings());
        desk = opened;
        list.mark(task.id());
        TaskPanel panel = panels.get(task.kind());
        Component detail = panel == null ? new StaffPage(UiTexts.text("inbox.noPanel")) : panel.render(task, opened);
        split.detail(detail);
        if (focusNext && detail instanceof StaffPage page) {
            page.focusTitle();
        }
        focusNext = false;
        arrive();
    }

    private void showNothing() {
        close();
        split.detail(EmptyState.ofPage(UiTexts.text("inbox.nothing"), UiTexts.text("inbox.nothing.what")));
    }

    private void close() {
        desk = null;
        leave.run();
        list.mark(null);
    }

    private Optional<InboxTask> find(String parameter) {
        try {
            return Optional.of(inbox.get(UUID.fromString(parameter)));
        } catch (NotFound | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void claimOrRelease() {
        if (desk != null) {
            desk.claimOrRelease();
        }
    }

    private void move(int by) {
        list.neighbour(by).ifPresent(task -> {
            focusNext = true;
            go(list.address(task.id()));
        });
    }

    /** Acts as if the key had been pressed. */
    void press(String key) {
        keys.press(key);
    }

    private static void go(String address) {
        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    /** What a desk may do with the list around it. */
    final class Surroundings {

        Optional<InboxTask> following() {
            return list.neighbour(1);
        }

        String address(UUID task) {
            return list.address(task);
        }

        void reload() {
            list.load();
            RailChanged.tell(UI.getCurrent());
        }

        /** Opens what stood after the task that is done now, and answers it. */
        Optional<InboxTask> advance(UUID done) {
            close();
            Optional<InboxTask> next = list.loadWithout(done);
            focusNext = true;
            if (next.isEmpty()) {
                showNothing();
            }
            go(next.map(InboxTask::id).map(list::address).orElseGet(list::address));
            return next;
        }
    }
}
