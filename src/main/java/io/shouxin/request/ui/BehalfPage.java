package io.shouxin.request.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import io.shouxin.request.BehalfDraft;
import io.shouxin.request.BehalfStep;
import io.shouxin.request.Capacity;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.TopBarView;
import io.shouxin.shared.ui.UiTexts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A question on the way to a request for another person. Each has its own address, so that the browser's Back works; whoever comes to one
 * before those in front of it are answered is led to the first of these.
 */
abstract class BehalfPage extends Div implements BeforeEnterObserver, TitledView, TopBarView {

    private static final String FROM = "from";
    private static final String FROM_CHECK = "check";

    /** Every capacity is asked one question of its own, and this many in all. */
    private static final int QUESTIONS = 7;

    final Behalf behalf;
    private final BehalfStep step;
    private boolean fromCheck;
    private boolean asking;

    BehalfPage(Behalf behalf, BehalfStep step) {
        this.behalf = behalf;
        this.step = step;
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        if (behalf.isStaff()) {
            // what a member of the firm enters for somebody is entered in their workspace, under their own name
            event.forwardTo("staff/requests/new");
            return;
        }
        fromCheck = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(FROM)
                .filter(FROM_CHECK::equals)
                .isPresent();
        open(event::forwardTo);
    }

    /** Builds this page anew, from the answers as they are now. */
    final void reopen() {
        open(UI.getCurrent()::navigate);
    }

    private void open(Consumer<String> forward) {
        removeAll();
        asking = false;
        Optional<SubjectRequest> sent = behalf.sent();
        BehalfDraft draft = behalf.draft();
        if (sent.isPresent() && draft.capacity() == null) {
            add(alreadySent(sent.get()));
            return;
        }
        if (behalf.requesters().current().isEmpty() && !behalf.requesters().canAsk()) {
            // the page for signing in says how the firm is reached without codes, before anybody has answered in vain
            forward.accept("signin");
            return;
        }
        Optional<BehalfStep> before = open(draft);
        if (before.isPresent()) {
            forward.accept(route(before.get()));
            return;
        }
        asking = true;
        add(ask(draft));
    }

    private Optional<BehalfStep> open(BehalfDraft draft) {
        Optional<BehalfStep> unanswered = step.openBefore(draft);
        boolean unproved = step.compareTo(BehalfStep.REQUESTER) > 0
                && behalf.requesters().current().isEmpty();
        return unproved
                ? Optional.of(unanswered
                        .filter(first -> first.compareTo(BehalfStep.REQUESTER) < 0)
                        .orElse(BehalfStep.REQUESTER))
                : unanswered;
    }

    /** Builds the question from what was answered so far. */
    abstract QuestionPage ask(BehalfDraft draft);

    /** A page of this question, with the way back to the one before it. */
    final QuestionPage page(BehalfDraft draft, String title) {
        Capacity capacity = draft.capacity();
        return new QuestionPage(title)
                .back(fromCheck ? route(BehalfStep.CHECK) : before(capacity))
                .step(number(capacity), QUESTIONS);
    }

    private int number(@Nullable Capacity capacity) {
        return 1 + stepsBefore(capacity).size();
    }

    private String before(@Nullable Capacity capacity) {
        return stepsBefore(capacity).stream()
                .max(Comparator.naturalOrder())
                .map(BehalfPage::route)
                .orElse("guide/others");
    }

    private List<BehalfStep> stepsBefore(@Nullable Capacity capacity) {
        return Arrays.stream(BehalfStep.values())
                .filter(each -> each.compareTo(step) < 0 && (capacity == null || each.isAskedOf(capacity)))
                .toList();
    }

    /** Goes to the next question, or back to the summary if this one was opened from there and left nothing open. */
    final void goOn() {
        BehalfDraft draft = behalf.draft();
        Optional<BehalfStep> open = BehalfStep.CHECK.openBefore(draft);
        if (fromCheck && open.isEmpty()) {
            UI.getCurrent().navigate(route(BehalfStep.CHECK));
            return;
        }
        if (fromCheck) {
            UI.getCurrent().navigate(route(open.get()), fromCheck());
            return;
        }
        UI.getCurrent().navigate(route(after(draft.capacity())));
    }

    /** Where the code page leads. */
    final String next(BehalfDraft draft) {
        return fromCheck ? route(BehalfStep.CHECK) : route(after(draft.capacity()));
    }

    private BehalfStep after(@Nullable Capacity capacity) {
        return Arrays.stream(BehalfStep.values())
                .filter(each -> each.compareTo(step) > 0 && (capacity == null || each.isAskedOf(capacity)))
                .findFirst()
                .orElse(BehalfStep.CHECK);
    }

    /** Opens a question from the summary. */
    static void change(BehalfStep step) {
        UI.getCurrent().navigate(route(step), fromCheck());
    }

    private static QueryParameters fromCheck() {
        return QueryParameters.simple(Map.of(FROM, FROM_CHECK));
    }

    static String route(BehalfStep step) {
        return switch (step) {
            case CAPACITY -> "others";
            case KIND -> "others/kind";
            case REQUESTER -> "others/you";
            case PERSON -> "others/person";
            case INTEREST -> "others/interest";
            case SCOPE -> "others/scope";
            case NOTE -> "others/note";
            case CHECK -> "others/check";
        };
    }

    private QuestionPage alreadySent(SubjectRequest request) {
        return new QuestionPage(UiTexts.text("client.sent.title"))
                .lead(WizardPage.askedAlready(request))
                .content(
                        Notice.info(UiTexts.text("client.sent.what"), UiTexts.text("client.others.sent.text")),
                        new RouteLink("others/done/" + request.reference(), UiTexts.text("client.sent.receipt")))
                .secondary(UiTexts.text("client.sent.another"), () -> {
                    behalf.forgetSent();
                    UI.getCurrent().navigate("guide/others");
                })
                .primary(UiTexts.text("client.sent.track"), () -> UI.getCurrent()
                        .navigate("track/" + request.reference()));
    }

    @Override
    public String title() {
        return UiTexts.text("client.others.title");
    }

    @Override
    public String topBarTitle() {
        return title();
    }

    /** Answers are kept only where somebody has proved a telephone, so that only they may save and leave. */
    @Override
    public Optional<Exit> topBarExit() {
        return asking && behalf.requesters().current().isPresent()
                ? Optional.of(new Exit(UiTexts.text("client.delete.exit"), ""))
                : Optional.empty();
    }
}
