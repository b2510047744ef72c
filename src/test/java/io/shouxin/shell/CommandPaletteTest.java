package io.shouxin.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import elemental.json.Json;
import elemental.json.JsonObject;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.Role;
import io.shouxin.shared.ui.DecisionBar;
import io.shouxin.shared.ui.KeyHint;
import io.shouxin.shared.ui.PaletteEntry;
import io.shouxin.shared.ui.PaletteSource;
import io.shouxin.shared.ui.RailItem;
import io.shouxin.shared.ui.RailSection;
import io.shouxin.shared.ui.SingleKeys;
import io.shouxin.testing.EmptyPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@ExtendWith(EmptyPage.class)
class CommandPaletteTest {

    private final List<String> done = new ArrayList<>();
    private final Commands commands = commands();

    @Route(value = "inbox-for-palette", registerAtStartup = false)
    public static final class InboxPage extends Div {}

    @Route(value = "imports-for-palette", registerAtStartup = false)
    public static final class ImportsPage extends Div {}

    @BeforeEach
    void openPage() {
        RouteConfiguration.forApplicationScope().setAnnotatedRoute(InboxPage.class);
        RouteConfiguration.forApplicationScope().setAnnotatedRoute(ImportsPage.class);
        Div page = new Div();
        new SingleKeys(page).on("J", "下一件", () -> done.add("J")).on("C", "领取", () -> false, () -> done.add("C"));
        UI.getCurrent().add(page);
    }

    @Test
    void it_offers_the_keys_of_the_page_that_do_something_now_and_the_pages_of_this_persons_rail() {
        commands.open();
        assertThat(names()).contains("下一件", "收件箱", "退出").doesNotContain("领取", "导入");
        assertThat(option("下一件").getElement().getTextRecursively()).contains("按键 J");
    }

    @Test
    void the_arrows_and_enter_choose_and_the_field_names_what_is_chosen() {
        commands.open();
        assertThat(field().getElement().getAttribute("role")).isEqualTo("combobox");
        String first = field().getElement().getAttribute("aria-activedescendant");
        press("ArrowDown");
        String second = field().getElement().getAttribute("aria-activedescendant");
        assertThat(second).isNotEqualTo(first);
        assertThat(selected()).hasSize(1).first().satisfies(option -> assertThat(option.getId())
                .contains(second));
        press("ArrowUp");
        press("ArrowDown");
        press("Enter");
        assertThat(done).containsExactly("J");
        assertThat(_find(Dialog.class)).isEmpty();
    }

    @Test
    void a_page_is_found_by_part_of_its_name_in_either_language() {
        commands.open();
        type("INBOX");
        assertThat(names()).containsExactly("收件箱");
        type("收件");
        assertThat(names()).containsExactly("收件箱");
        type("nothing like it");
        assertThat(names()).isEmpty();
        assertThat(field().getElement().getAttribute("aria-expanded")).isEqualTo("false");
        press("Enter");
        assertThat(_find(Dialog.class)).hasSize(1);
    }

    @Test
    void what_was_used_stands_first_the_next_time_but_never_what_was_typed() {
        commands.open();
        type("收件箱");
        press("Enter");
        commands.open();
        assertThat(names().get(0)).isEqualTo("收件箱");
        type("138");
        assertThat(names()).containsExactly("找 138");
        press("Enter");
        assertThat(done).containsExactly("找 138");
        commands.open();
        assertThat(names()).doesNotContain("找 138");
        assertThat(names().get(0)).isEqualTo("收件箱");
    }

    @Test
    void its_own_key_and_escape_close_it_and_a_click_chooses() {
        commands.open();
        assertThat(_get(Dialog.class).isCloseOnEsc()).isTrue();
        press("k");
        assertThat(_find(Dialog.class)).isEmpty();
        commands.open();
        _click(option("下一件"));
        assertThat(done).containsExactly("J");
    }

    @Test
    void decisions_of_a_bar_behind_a_sheet_are_not_offered() {
        DecisionBar bar = new DecisionBar().primary("通过", "A", () -> done.add("A"));
        UI.getCurrent().add(bar);
        commands.open();
        assertThat(names()).contains("通过");
        press("k");
        bar.getElement().setAttribute("inert", true);
        commands.open();
        assertThat(names()).doesNotContain("通过");
        bar.press("A");
        assertThat(done).isEmpty();
    }

    @Test
    void a_decision_is_neither_chosen_nor_offered_first_before_somebody_moves_to_it() {
        UI.getCurrent()
                .add(new DecisionBar()
                        .primary("通过，开始删除", "A", () -> done.add("A"))
                        .secondary("退回", "R", () -> done.add("R")));
        commands.open();
        assertThat(selected()).extracting(CommandPaletteTest::name).containsExactly("收件箱");
        type("通过");
        assertThat(names()).containsExactly("通过，开始删除");
        assertThat(selected()).isEmpty();
        assertThat(field().getElement().getAttribute("aria-activedescendant")).isNull();
        press("Enter");
        assertThat(done).isEmpty();
        press("ArrowDown");
        press("Enter");
        assertThat(done).containsExactly("A");
        commands.open();
        _click(option("退回"));
        commands.open();
        assertThat(names().get(0)).as("no decision is remembered").isEqualTo("收件箱");
        press("Enter");
        assertThat(done).containsExactly("A", "R");
    }

    @Test
    void what_cannot_be_taken_back_rests_after_use_whichever_way_it_is_pressed() {
        DecisionBar bar = new DecisionBar().primary("通过", "A", () -> done.add("A"));
        UI.getCurrent().add(bar);
        commands.open();
        _click(option("通过"));
        bar.clear();
        bar.primary("通过", "A", () -> done.add("next"));
        commands.open();
        _click(option("通过"));
        JsonObject key = Json.createObject();
        key.put("event.detail", "A");
        BasicUtilsKt._fireDomEvent(bar, "single-key", key);
        assertThat(done).containsExactly("A");
    }

    @Test
    void an_entry_of_a_key_that_means_something_else_by_now_does_nothing() {
        DecisionBar bar = new DecisionBar().secondary("通过", "A", () -> done.add("seen"));
        UI.getCurrent().add(bar);
        commands.open();
        bar.clear();
        bar.secondary("通过", "A", () -> done.add("not seen"));
        _click(option("通过"));
        assertThat(done).isEmpty();
    }

    @Test
    void its_key_pressed_twice_opens_one_palette() {
        commands.open();
        commands.open();
        assertThat(_find(Dialog.class)).hasSize(1);
        press("k");
        commands.open();
        assertThat(_find(Dialog.class)).hasSize(1);
    }

    @Test
    void the_rail_has_a_button_that_shows_the_key() {
        Rail rail = new Rail(
                beans().getBeanProvider(RailItem.class),
                beans().getBeanProvider(CurrentActor.class),
                beans().getBeanProvider(AuthenticationContext.class));
        rail.commands(commands::open);
        UI.getCurrent().add(rail);
        NativeButton button = _get(rail, NativeButton.class, spec -> spec.withClasses("palette-open"));
        assertThat(button.getElement().getTextRecursively()).contains("命令", "Ctrl K");
        assertThat(button.getElement().getAttribute("aria-label"))
                .as("its words are its name, the key is not part of it")
                .isNull();
        assertThat(_get(button, KeyHint.class).getElement().getAttribute("aria-hidden"))
                .isEqualTo("true");
        _click(button);
        assertThat(_find(Dialog.class)).hasSize(1);
    }

    private Commands commands() {
        StaticListableBeanFactory beans = beans();
        return new Commands(
                beans.getBeanProvider(RailItem.class),
                beans.getBeanProvider(PaletteSource.class),
                beans.getBeanProvider(CurrentActor.class),
                beans.getBeanProvider(AuthenticationContext.class));
    }

    private StaticListableBeanFactory beans() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean(
                "inbox",
                RailItem.of(RailSection.WORK, 10, "inbox.title", VaadinIcon.INBOX, InboxPage.class)
                        .forRoles(Role.STAFF));
        beans.addBean(
                "imports",
                RailItem.of(RailSection.WORK, 20, "imports.rail", VaadinIcon.UPLOAD, ImportsPage.class)
                        .forRoles(Role.ADMINISTRATOR));
        beans.addBean("actor", (CurrentActor)
                () -> new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "陈静", Set.of(Role.STAFF), Set.of()));
        beans.addBean("authentication", new AuthenticationContext() {});
        beans.addBean("search", new PaletteSource() {
            @Override
            public List<PaletteEntry> typed(String text, Actor actor) {
                return text.startsWith("1")
                        ? List.of(PaletteEntry.typed(
                                "search", "shell.palette.search", "找 " + text, () -> done.add("找 " + text)))
                        : List.of();
            }
        });
        return beans;
    }

    private static Input field() {
        return _get(Input.class);
    }

    private static void type(String text) {
        field().setValue(text);
    }

    private static void press(String key) {
        JsonObject data = Json.createObject();
        data.put("event.key", key);
        data.put(CommandPalette.OWN_KEYS, true);
        BasicUtilsKt._fireDomEvent(field(), "keydown", data);
    }

    private static List<Div> options() {
        return _find(Div.class, spec -> spec.withClasses("palette-option"));
    }

    private static List<Div> selected() {
        return options().stream()
                .filter(option -> "true".equals(option.getElement().getAttribute("aria-selected")))
                .toList();
    }

    private static Div option(String name) {
        return options().stream()
                .filter(option -> name(option).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names() {
        return options().stream().map(CommandPaletteTest::name).toList();
    }

    private static String name(Component option) {
        return option.getElement().getChild(0).getText();
    }
}
