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
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import io.shouxin.inbox.DueWarnings;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.Reminders;
import io.shouxin.inbox.StaffNames;
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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
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
@Uses(Dialog.class)
@Uses(RadioButtonGroup.class)
@Uses(TextArea.class)
@Uses(TextField.class)
@Uses(Upload.class)
@RolesAllowed({"STAFF", "REVIEWER", "PRIVACY_OFFICER"})
class InboxView extends Div implements HasUrlParameter<String>, TitledView {

    private static final String CHOSEN_BY_US = "inbox.chosen-by-us";

    private final Inbox inbox;
    private final TaskBroadcast broadcast;
    private final StaffNames names;
    private final GoneWords gone;
    private final Map<String, TaskPanel> panels;
    private final SplitPage split = new SplitPage();
    private final TaskList list;
    private final SingleKeys keys;
    private final AtomicBoolean stale = new AtomicBoolean();

    private @Nullable Desk desk;
    private boolean focusNext;
    private Runnable stopListening = () -> {};

    InboxView(
            Inbox inbox,
            TaskRows reader,
            DueWarnings warnings,
            TaskBroadcast broadcast,
            StaffNames names,
            GoneWords gone,
            List<TaskPanel> panels,
            List<Reminders> reminders,
            Clock clock) {
        this.inbox = inbox;
        this.broadcast = broadcast;
        this.names = names;
        this.gone = gone;
        this.panels = panels.stream()
                .flatMap(panel -> panel.kinds().stream().map(kind -> Map.entry(kind, panel)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        list = new TaskList(inbox, reader, new WarningBell(warnings, reminders, clock), split, this::otherFilter);
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
        if (list.isEmpty()) {
            list.load();
        }
        if (parameter != null) {
            UI ui = UI.getCurrent();
            split.showDetail(ComponentUtil.getData(ui, CHOSEN_BY_US) == null);
            ComponentUtil.setData(ui, CHOSEN_BY_US, null);
            open(parameter);
        } else {
            list.first().ifPresentOrElse(first -> chooseForPerson(event, first), this::showNothing);
        }
    }

    /** Nobody asked for the first task: a narrow screen goes on showing the list. The address is another view to the router. */
    private static void chooseForPerson(BeforeEvent event, InboxTask first) {
        ComponentUtil.setData(UI.getCurrent(), CHOSEN_BY_US, first.id());
        event.forwardTo(InboxView.class, first.id().toString());
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
        list.load();
        if (desk != null) {
            desk.refresh();
            if (desk.isNewlyFree()) {
                show(desk.task());
            }
        } else if (split.getChildren().findFirst().isPresent()) {
            list.first().ifPresent(first -> go(address(first.id())));
        }
    }

    private void otherFilter() {
        list.first().ifPresentOrElse(first -> go(address(first.id())), this::showNothing);
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
    }

    private void showNothing() {
        close();
        split.detail(EmptyState.ofPage(UiTexts.text("inbox.nothing"), UiTexts.text("inbox.nothing.what")));
    }

    private void close() {
        desk = null;
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
            go(address(task.id()));
        });
    }

    /** Acts as if the key had been pressed. */
    void press(String key) {
        keys.press(key);
    }

    private static String address(UUID task) {
        return "staff/inbox/" + task;
    }

    private static void go(String route) {
        UI.getCurrent().navigate(route);
    }

    /** What a desk may do with the list around it. */
    final class Surroundings {

        Optional<InboxTask> following() {
            return list.neighbour(1);
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
            go(next.map(InboxTask::id).map(InboxView::address).orElse("staff/inbox"));
            return next;
        }
    }
}
