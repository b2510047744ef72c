package io.shouxin.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.shouxin.inbox.HandOvers;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.ListFilter;
import io.shouxin.inbox.SavedView;
import io.shouxin.inbox.SavedViews;
import io.shouxin.inbox.StaffNames;
import io.shouxin.shared.Role;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.FilterPills;
import io.shouxin.shared.ui.UiTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The saved views with what each of them holds now, and how the list is narrowed and sorted. It stays on the page while the rows are
 * read anew, so that nothing that somebody is choosing closes under their hand.
 */
final class ViewsBar extends Div {

    /** What the bar asks of the list. */
    interface Shown {

        ListFilter filter();

        /** Null where no saved view is shown. */
        @Nullable SavedView view();

        void open(SavedView view);

        void narrow(ListFilter filter);

        /** The view that is shown was changed or deleted. */
        void forget(UUID view);
    }

    private record Choice(String key, String label) {}

    private static final String ALL = "";

    private final Inbox inbox;
    private final ListTools tools;
    private final StaffNames names;
    private final Shown shown;
    private final FilterPills saved = new FilterPills();
    private final Button arrange = Buttons.link(UiTexts.text("inbox.view.arrange"), this::arrange);
    private final Div said = new Div();
    private final Select<Choice> branch = select("inbox.narrow.branch");
    private final Select<Choice> kind = select("inbox.narrow.kind");
    private final Select<Choice> hand = select("inbox.narrow.hand");
    private final Select<Choice> order = select("inbox.narrow.order");
    private final NativeDetails details = new NativeDetails();
    private final Div fields = new Div();
    private final Div acts = new Div();
    private final Map<UUID, Integer> counts = new HashMap<>();
    private List<SavedView> views = List.of();
    private boolean filling;

    ViewsBar(Inbox inbox, ListTools tools, StaffNames names, Shown shown) {
        this.inbox = inbox;
        this.tools = tools;
        this.names = names;
        this.shown = shown;
        addClassName("views-bar");
        said.addClassName("views-said");
        said.getElement().setAttribute("role", "status");
        acts.addClassName("actions");
        acts.add(Buttons.link(UiTexts.text("inbox.view.save"), this::save), arrange);
        saved.getElement().setAttribute("aria-label", UiTexts.text("inbox.views"));
        fields.addClassName("narrowing");
        fields.add(acts);
        details.setSummary(new Span(UiTexts.text("inbox.narrow")));
        details.setContent(fields);
        details.addToggleListener(toggled -> offer());
        add(saved, said, details);
    }

    /** Most people never narrow the list: the fields and what they offer are made when somebody first opens them. */
    private void offer() {
        if (branch.getParent().isPresent()) {
            return;
        }
        choices();
        fill(shown.filter());
        Stream.of(branch, kind, hand, order).forEach(field -> field.addValueChangeListener(changed -> narrowed()));
        fields.addComponentAtIndex(0, branch);
        fields.addComponentAtIndex(1, kind);
        fields.addComponentAtIndex(2, hand);
        fields.addComponentAtIndex(3, order);
    }

    /** Reads the views and counts what each holds: two queries, however many views there are. */
    void count() {
        views = tools.saved().all();
        List<Integer> found = inbox.counts(views.stream().map(SavedView::filter).toList());
        counts.clear();
        for (int i = 0; i < views.size() && i < found.size(); i++) {
            counts.put(views.get(i).id(), found.get(i));
        }
    }

    /** Shows what is known, without a query for the counts. */
    void draw() {
        Texts texts = UiTexts.current();
        SavedView open = shown.view();
        saved.setVisible(!views.isEmpty());
        saved.show(views.stream()
                .map(view -> new FilterPills.Pill(
                        view.id(),
                        label(view, texts),
                        counts.getOrDefault(view.id(), 0),
                        open != null && open.id().equals(view.id()),
                        () -> shown.open(view)))
                .toList());
        if (branch.getParent().isPresent()) {
            fill(shown.filter());
        }
        arrange.setVisible(views.stream().anyMatch(tools.saved()::mayChange));
    }

    /** What the view names that is gone, and that a view is gone itself. */
    void say(@Nullable SavedView view, boolean lost) {
        said.removeAll();
        if (lost) {
            said.add(new Paragraph(UiTexts.text("inbox.view.lost")));
        }
        if (view == null) {
            return;
        }
        UUID holder = view.filter().holder();
        UUID place = view.filter().branch();
        for (SavedViews.Missing missing : tools.saved().missing(view)) {
            said.add(new Paragraph(
                    switch (missing) {
                        case BRANCH_CLOSED ->
                            UiTexts.text("inbox.view.missing.branchClosed", place == null ? "" : branchName(place));
                        case BRANCH_HIDDEN ->
                            UiTexts.text("inbox.view.missing.branchHidden", place == null ? "" : branchName(place));
                        case COLLEAGUE_LEFT ->
                            UiTexts.text("inbox.view.missing.left", holder == null ? "" : names.nameOf(holder));
                    }));
        }
    }

    private String label(SavedView view, Texts texts) {
        UUID place = view.sharedIn();
        return switch (view.audience()) {
            case OWN -> view.name();
            case BRANCH -> texts.get("inbox.view.shared", view.name(), place == null ? "" : branchName(place));
            case FIRM -> texts.get("inbox.view.shared", view.name(), texts.get("inbox.view.firm"));
        };
    }

    private String branchName(UUID id) {
        return tools.firms().branches().stream()
                .filter(each -> each.id().equals(id))
                .map(each -> each.label(UiTexts.current()))
                .findFirst()
                .orElse("—");
    }

    private void save() {
        new ViewDialogs(tools).save(shown.filter(), view -> {
            count();
            shown.open(view);
        });
    }

    private void arrange() {
        new ViewDialogs(tools)
                .arrange(views.stream().filter(tools.saved()::mayChange).toList(), changed -> {
                    count();
                    draw();
                    shown.forget(changed);
                });
    }

    private void choices() {
        Texts texts = UiTexts.current();
        Choice every = new Choice(ALL, texts.get("inbox.narrow.all"));
        List<Choice> branches = new ArrayList<>(List.of(every));
        tools.firms().branches().stream()
                .filter(each -> tools.current().get().sees(each.id()))
                .forEach(each -> branches.add(new Choice(each.id().toString(), each.label(texts))));
        branch.setItems(branches);
        branch.setVisible(branches.size() > 2);
        List<Choice> kinds = new ArrayList<>(List.of(every));
        inbox.kinds().stream()
                .filter(key -> texts.has("inbox.kind." + key))
                .sorted()
                .forEach(key -> kinds.add(new Choice(key, texts.get("inbox.kind." + key))));
        kind.setItems(kinds);
        List<Choice> hands = new ArrayList<>();
        hands.add(new Choice(ListFilter.Hand.ANYBODY.name(), texts.get("inbox.narrow.all")));
        hands.add(new Choice(ListFilter.Hand.NOBODY.name(), texts.get("inbox.narrow.hand.NOBODY")));
        hands.add(new Choice(ListFilter.Hand.MINE.name(), texts.get("inbox.narrow.hand.MINE")));
        if (tools.current().get().has(Role.PRIVACY_OFFICER)) {
            for (HandOvers.Colleague each : tools.handOvers().colleagues()) {
                hands.add(new Choice(each.id().toString(), each.name()));
            }
        }
        hand.setItems(hands);
        order.setItems(Stream.of(ListFilter.Order.values())
                .map(each -> new Choice(each.name(), texts.get("inbox.narrow.order." + each.name())))
                .toList());
    }

    /** A branch or colleague that a saved view names and the fields do not offer leaves its field empty; the words above say why. */
    private void fill(ListFilter filter) {
        filling = true;
        UUID place = filter.branch();
        UUID holder = filter.holder();
        choose(branch, place == null ? ALL : place.toString());
        choose(kind, Objects.requireNonNullElse(filter.kind(), ALL));
        choose(hand, holder == null ? filter.hand().name() : holder.toString());
        choose(order, filter.order().name());
        filling = false;
    }

    private static void choose(Select<Choice> field, String key) {
        Choice wanted = field.getListDataView()
                .getItems()
                .filter(choice -> choice.key().equals(key))
                .findFirst()
                .orElse(null);
        if (!Objects.equals(field.getValue(), wanted)) {
            field.setValue(wanted);
        }
    }

    private void narrowed() {
        if (filling) {
            return;
        }
        ListFilter filter = ListFilter.of(shown.filter().part());
        String place = key(branch);
        if (!place.isEmpty()) {
            filter = filter.inBranch(UUID.fromString(place));
        }
        String task = key(kind);
        if (!task.isEmpty()) {
            filter = filter.ofKind(task);
        }
        filter = hand(filter, key(hand));
        String sorting = key(order);
        shown.narrow(sorting.isEmpty() ? filter : filter.sorted(ListFilter.Order.valueOf(sorting)));
    }

    private static ListFilter hand(ListFilter filter, String key) {
        return Stream.of(ListFilter.Hand.values())
                .filter(each -> each.name().equals(key))
                .findFirst()
                .map(filter::inHand)
                .orElseGet(() -> key.isEmpty() ? filter : filter.heldBy(UUID.fromString(key)));
    }

    private static String key(Select<Choice> field) {
        Choice chosen = field.getValue();
        return chosen == null ? ALL : chosen.key();
    }

    private static Select<Choice> select(String label) {
        Select<Choice> select = new Select<>();
        select.setLabel(UiTexts.text(label));
        select.setItemLabelGenerator(Choice::label);
        select.setWidthFull();
        return select;
    }
}
