package io.shouxin.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.shouxin.inbox.AlreadyClaimed;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.StaffNames;
import io.shouxin.inbox.TaskGone;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.KeyHint;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.UiTexts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/** The open task: takes it in hand, decides it, and says in words where somebody else was faster. */
final class Desk implements Decider {

    private final Inbox inbox;
    private final StaffNames names;
    private final GoneWords goneWords;
    private final InboxView.Surroundings list;
    private final Span holder = new Span();
    private final Span present = new Span();
    private final Span people = new Span(holder, present);
    private Set<UUID> others = Set.of();
    private InboxTask task;
    private Runnable holderChanged = () -> {};
    private boolean gone;
    private boolean decidable;

    Desk(InboxTask task, Inbox inbox, StaffNames names, GoneWords goneWords, InboxView.Surroundings list) {
        this.task = task;
        this.inbox = inbox;
        this.names = names;
        this.goneWords = goneWords;
        this.list = list;
        holder.addClassName("task-holder");
        holder.getElement().setAttribute("role", "status");
        people.addClassName("task-people");
        present.addClassName("task-present");
        present.getElement().setAttribute("role", "status");
        decidable = inbox.mayDecide(task);
        drawHolder();
    }

    /** Whether somebody gave the task back that could not be decided when it was opened. */
    boolean isNewlyFree() {
        return !decidable && !gone && inbox.mayDecide(task);
    }

    /** Whether it was decided, here or elsewhere. */
    boolean isGone() {
        return gone;
    }

    InboxTask task() {
        return task;
    }

    @Override
    public boolean mayDecide() {
        return !gone && inbox.mayDecide(task);
    }

    @Override
    public String hindrance() {
        UUID by = task.assignee();
        return inbox.hindrance(task)
                .map(why -> switch (why) {
                    case DONE -> UiTexts.text("inbox.gone.title");
                    case NOT_INDEPENDENT -> UiTexts.text("inbox.notIndependent");
                    case OTHER_ROLE ->
                        UiTexts.text("inbox.otherRole", UiTexts.current().label(Role.valueOf(task.candidateRole())));
                    case HELD -> UiTexts.text("inbox.holder", by == null ? "" : names.nameOf(by));
                })
                .orElse("");
    }

    @Override
    public Component holder() {
        return people;
    }

    /** Shows who else has the task open now. */
    void present(Set<UUID> accounts) {
        if (!others.equals(accounts)) {
            others = accounts;
            drawPresent();
        }
    }

    @Override
    public boolean heldByColleague() {
        return inbox.hindrance(task).filter(Inbox.Hindrance.HELD::equals).isPresent();
    }

    @Override
    public void onHolderChange(Runnable told) {
        holderChanged = told;
    }

    @Override
    public boolean begin() {
        return !gone && (inHand() || claim());
    }

    @Override
    public boolean inHand() {
        return task.assignee() != null && mayDecide();
    }

    @Override
    public void giveBack() {
        if (inHand()) {
            release();
        }
    }

    @Override
    public boolean decide(Map<String, Object> fields, String course) {
        try {
            inbox.decide(task.id(), fields);
        } catch (AlreadyClaimed e) {
            tellHolder(e.holder());
            return false;
        } catch (TaskGone | NotFound e) {
            gone();
            list.advance(task.id());
            return false;
        } catch (AccessRefused e) {
            Toast.problem(UiTexts.text("inbox.notIndependent"));
            return false;
        } catch (StateRefused | OptimisticLockingFailureException e) {
            Toast.problem(UiTexts.text("inbox.changedMeanwhile"));
            return false;
        }
        gone = true;
        String decided = UiTexts.text(toldAs(task.kind(), fields.get("outcome"), course), task.caseReference());
        Toast.done(list.advance(task.id())
                .map(next -> UiTexts.text("inbox.decided.andNext", decided, next.caseReference()))
                .orElseGet(() -> UiTexts.text("inbox.decided.andNone", decided)));
        return true;
    }

    /** Some outcomes have words of their own, and some mean something else in one kind of task: a second person approves nothing. */
    private static String toldAs(String kind, @Nullable Object outcome, String course) {
        String own = "inbox.decided." + kind + "." + outcome;
        return Stream.of(own + "." + course, own, "inbox.decided." + outcome)
                .filter(UiTexts.current()::has)
                .findFirst()
                .orElse("inbox.decided");
    }

    @Override
    public Component next() {
        Span next = new Span();
        list.following()
                .ifPresent(following -> next.add(
                        new Span(UiTexts.text("inbox.next")),
                        new RouteLink(list.address(following.id()), following.caseReference()),
                        new Span(" "),
                        new KeyHint("J")));
        return next;
    }

    void claimOrRelease() {
        if (task.assignee() == null || inbox.mayTakeOver(task)) {
            claim();
        } else {
            giveBack();
        }
    }

    /** Looks again who has the task, without touching what was entered. */
    void refresh() {
        Optional<InboxTask> now = now();
        now.ifPresent(found -> task = found);
        gone = now.isEmpty() || task.done();
        drawHolder();
    }

    private Optional<InboxTask> now() {
        try {
            return Optional.of(inbox.get(task.id()));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    private boolean claim() {
        try {
            task = inbox.claim(task.id());
            drawHolder();
            list.reload();
            return true;
        } catch (AlreadyClaimed e) {
            tellHolder(e.holder());
        } catch (TaskGone | NotFound e) {
            gone();
        } catch (AccessRefused e) {
            Toast.problem(UiTexts.text("inbox.notIndependent"));
        }
        return false;
    }

    private void release() {
        try {
            task = inbox.release(task.id());
            drawHolder();
            list.reload();
        } catch (NotFound e) {
            gone();
        } catch (AccessRefused e) {
            refresh();
            list.reload();
        }
    }

    private void tellHolder(UUID other) {
        Toast.problem(UiTexts.text("inbox.claimedBy", names.nameOf(other)));
        refresh();
        list.reload();
    }

    private void gone() {
        gone = true;
        drawHolder();
        Toast.problem(goneWords.of(now()));
        list.reload();
    }

    private void drawHolder() {
        holder.removeAll();
        @Nullable UUID by = task.assignee();
        if (task.escalated() && !gone) {
            holder.add(Chip.warn(UiTexts.text("inbox.escalated")));
        }
        if (gone) {
            holder.add(Chip.calm(UiTexts.text("inbox.gone.title")));
        } else if (by == null) {
            if (inbox.mayDecide(task)) {
                holder.add(Buttons.link(UiTexts.text("inbox.claim"), this::claim), new KeyHint("C"));
            }
        } else if (inbox.mayDecide(task)) {
            holder.add(
                    new Span(UiTexts.text("inbox.holder.me") + " "),
                    Buttons.link(UiTexts.text("inbox.release"), this::release),
                    new KeyHint("C"));
        } else {
            boolean away = inbox.mayTakeOver(task);
            holder.add(new Span(UiTexts.text(away ? "inbox.holder.away" : "inbox.holder", names.nameOf(by)) + " "));
            if (away) {
                holder.add(Buttons.link(UiTexts.text("inbox.takeOver"), this::claim), new KeyHint("C"));
            } else if (inbox.mayRelease(task)) {
                holder.add(Buttons.link(UiTexts.text("inbox.release.other"), this::release));
            }
        }
        drawPresent();
        holderChanged.run();
    }

    /** Whoever has it in hand is named by the holder's line already. */
    private void drawPresent() {
        String looking = others.stream()
                .filter(other -> !other.equals(task.assignee()))
                .map(names::nameOf)
                .collect(Collectors.joining(UiTexts.text("ui.list-separator")));
        present.setText(looking.isEmpty() || gone ? "" : UiTexts.text("inbox.present", looking));
    }
}
