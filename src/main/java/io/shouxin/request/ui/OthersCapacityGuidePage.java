package io.shouxin.request.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.deadline.Clocks;
import io.shouxin.platform.Firms;
import io.shouxin.request.AskedNeed;
import io.shouxin.request.AskedPaper;
import io.shouxin.request.AuthorityRules;
import io.shouxin.request.Capacity;
import io.shouxin.request.RequestType;
import io.shouxin.request.Ward;
import io.shouxin.shared.Citations;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.DueBox;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.TopBarView;
import io.shouxin.shared.ui.UiTexts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 办事指南 of one capacity: who may, which papers by the decision table, how long, and what the law says. */
@Route("guide/others/:capacity")
@AnonymousAllowed
class OthersCapacityGuidePage extends Div implements BeforeEnterObserver, TitledView, TopBarView {

    private static final List<String> STEPS = List.of(
            "client.others.guide.step1",
            "client.others.guide.step2",
            "client.others.guide.step3",
            "client.others.guide.step4");

    private final Behalf behalf;
    private final AuthorityRules rules;
    private final Clocks clocks;
    private final Firms firms;
    private final PromisedDate promised;
    private final Clock clock;

    OthersCapacityGuidePage(
            Behalf behalf, AuthorityRules rules, Clocks clocks, Firms firms, PromisedDate promised, Clock clock) {
        this.behalf = behalf;
        this.rules = rules;
        this.clocks = clocks;
        this.firms = firms;
        this.promised = promised;
        this.clock = clock;
    }

    /** A kind of the capacity that asks for papers of its own; without a name where there is but one. */
    private record Kind(String name, @Nullable Ward ward, boolean lawyer) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        String named = event.getRouteParameters().get("capacity").orElse("");
        Optional<Capacity> capacity = OthersGuidePage.CAPACITIES.stream()
                .filter(each -> each.name().equalsIgnoreCase(named))
                .findFirst();
        if (capacity.isEmpty()) {
            event.forwardTo("guide/others");
            return;
        }
        add(guide(capacity.get()));
    }

    private QuestionPage guide(Capacity capacity) {
        List<Kind> kinds = kinds(capacity);
        OrderedList steps = new OrderedList();
        STEPS.forEach(key -> steps.add(new ListItem(UiTexts.text(key))));
        QuestionPage page = new QuestionPage(UiTexts.text("client.others.guide.title." + capacity.name()))
                .back("guide/others")
                .lead(UiTexts.text("client.guide.lead"))
                .content(
                        DeletionGuidePage.part("who", UiTexts.text("client.others.guide.who." + capacity.name())),
                        needed(capacity, kinds),
                        DeletionGuidePage.part("steps", UiTexts.text("client.guide.steps.text"), steps),
                        DeletionGuidePage.part(
                                "time", UiTexts.text("client.others.guide.time.text"), times(capacity, kinds)),
                        DeletionGuidePage.part("cost", UiTexts.text("client.guide.cost.text")),
                        law(capacity, kinds));
        firms.find()
                .ifPresent(firm -> page.content(DeletionGuidePage.contact(firm), DeletionGuidePage.complaint(firm)));
        return page.primary(UiTexts.text("client.guide.start"), () -> {
            behalf.forgetSent();
            behalf.save(draft -> draft.as(capacity));
            UI.getCurrent().navigate("others");
        });
    }

    private static List<Kind> kinds(Capacity capacity) {
        Texts texts = UiTexts.current();
        return switch (capacity) {
            case GUARDIAN ->
                List.of(
                        new Kind(texts.label(Ward.UNDER_14), Ward.UNDER_14, false),
                        new Kind(texts.label(Ward.UNDER_18), Ward.UNDER_18, false),
                        new Kind(texts.label(Ward.ADULT), Ward.ADULT, false));
            case AGENT ->
                List.of(
                        new Kind(texts.get("client.others.lawyer.false"), null, false),
                        new Kind(texts.get("client.others.lawyer.true"), null, true));
            case SELF, RELATIVE -> List.of(new Kind("", null, false));
        };
    }

    private List<AskedNeed> asked(Capacity capacity, Kind kind) {
        return rules.papers(capacity, kind.ward(), kind.lawyer());
    }

    private Div needed(Capacity capacity, List<Kind> kinds) {
        List<Component> lists = new ArrayList<>();
        for (Kind kind : kinds) {
            if (!kind.name().isEmpty()) {
                lists.add(new H3(kind.name()));
            }
            lists.add(AskedPapers.list(asked(capacity, kind)));
        }
        lists.add(new Paragraph(UiTexts.text("client.others.guide.photos")));
        return DeletionGuidePage.part(
                "needed", UiTexts.text("client.others.guide.needed.text"), lists.toArray(Component[]::new));
    }

    /** One date for all, or for minors and for others one each: what the law wants for children is quicker. */
    private Component[] times(Capacity capacity, List<Kind> kinds) {
        List<Component> times = new ArrayList<>();
        String before = "";
        for (Kind kind : kinds) {
            String type = capacity.clockType(RequestType.DELETION, kind.ward());
            if (type.equals(before)) {
                continue;
            }
            before = type;
            Ward ward = kind.ward();
            if (ward != null) {
                times.add(new H3(UiTexts.text(
                        ward.isMinor() ? "client.others.guide.time.minor" : "client.others.guide.time.adult")));
            }
            DueBox due = promised.ifSentNow(clocks.preview(type, clock.instant()));
            times.add(due);
        }
        return times.toArray(Component[]::new);
    }

    private Div law(Capacity capacity, List<Kind> kinds) {
        UnorderedList sources = new UnorderedList();
        kinds.stream()
                .flatMap(kind -> asked(capacity, kind).stream())
                .flatMap(need -> need.oneOf().stream())
                .map(AskedPaper::source)
                .flatMap(source -> Arrays.stream(source.split("；")))
                .distinct()
                .map(source -> Citations.in(source, UiTexts.current().locale()))
                .forEach(source -> sources.add(new ListItem(source)));
        return DeletionGuidePage.part("law", UiTexts.text("client.others.guide.law." + capacity.name()), sources);
    }

    @Override
    public String title() {
        return UiTexts.text("client.card.others.title");
    }

    @Override
    public String topBarTitle() {
        return UiTexts.text("client.guide.bar");
    }
}
