package io.shouxin.client;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.request.Draft;
import io.shouxin.request.DraftStore;
import io.shouxin.shared.ui.ActionCard;
import io.shouxin.shared.ui.RecordCard;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A request for deletion as a client makes it, question by question, and its receipt. */
class DeletionWizardTest extends ClientPages {

    private static final int A_MILLION = 1_000_000;

    @Autowired
    DeletionWizardTest(ApplicationContext context) {
        super(context);
    }

    @Test
    void a_request_is_made_one_question_at_a_time_and_ends_with_a_receipt_that_stays() {
        TestFirm.Client client = firm.client("wizard", LocalDate.of(2026, 3, 15));
        signIn(client.phone(), "delete");
        assertThat(BrowserlessPages.text()).contains("第 1 步").doesNotContain("共");
        click("继续");
        assertThat(scope().isInvalid()).isTrue();
        chooseEverything();
        assertThat(title()).isEqualTo("还有什么想告诉我们吗？");
        _setValue(_get(TextArea.class), "请尽快，谢谢 😀");
        click("继续");
        assertThat(title()).isEqualTo("这样处理，可以吗？");
        assertThat(_find(RecordCard.class)).isNotEmpty();
        assertThat(BrowserlessPages.text()).contains("将删除", "保留至 2036-03-15");
        click("可以，继续");
        assertThat(title()).isEqualTo("请再核对一项");
        _setValue(_get(TextField.class), "000000");
        click("核对");
        assertThat(BrowserlessPages.text()).contains("没有对上");
        _setValue(_get(TextField.class), client.idNumber().substring(12).toLowerCase(Locale.ROOT));
        click("核对");
        assertThat(title()).isEqualTo("请核对您的回答");
        assertThat(BrowserlessPages.text())
                .contains("全部信息", "请尽快，谢谢 😀", "证件号码后 6 位", "如果现在提交，最晚答复")
                .doesNotContain("!");
        click("确认，提交申请");
        assertThat(title()).isEqualTo("已收到您的申请");
        String reference = onlyRequest(client).reference();
        assertThat(BrowserlessPages.text()).contains(reference, "我们承诺最晚答复").doesNotContain("!");

        BrowserlessPages.go("delete/check");
        assertThat(title()).as("the browser's Back").isEqualTo("您已经提交，正在办理");
        BrowserlessPages.go("delete/done/" + reference);
        assertThat(BrowserlessPages.text()).contains(reference);
    }

    @Test
    void a_total_of_steps_never_changes_on_the_way() {
        TestFirm.Client client = firm.client("steps", null);
        signIn(client.phone(), "delete");
        assertThat(steps()).isEqualTo("第 1 步");
        chooseSome();
        assertThat(steps()).isEqualTo("第 1 步（续）");
        _setValue(categories(), Set.of(Category.DEMAND));
        click("继续");
        assertThat(steps()).isEqualTo("第 2 步，共 4 步");
        click("继续");
        assertThat(steps()).isEqualTo("第 3 步，共 4 步");
        click("可以，继续");
        assertThat(steps()).isEqualTo("第 4 步，共 4 步");
        BrowserlessPages.go("delete");
        assertThat(steps()).isEqualTo("第 1 步");
        chooseEverything();
        assertThat(steps()).isEqualTo("第 2 步，共 5 步");
        click("继续");
        click("可以，继续");
        assertThat(steps()).isEqualTo("第 4 步，共 5 步");
        _setValue(_get(TextField.class), client.idNumber().substring(12));
        click("核对");
        assertThat(steps()).isEqualTo("第 5 步，共 5 步");
    }

    @Test
    void a_total_that_every_answer_leads_to_stands_on_the_first_page() {
        TestFirm.Client client = firm.quietClient("steps-known");
        firm.store(client, Category.CONTACT, Classification.POLICY_SENSITIVE, Map.of("NAME", "金丝雀"));
        signIn(client.phone(), "delete");
        assertThat(steps()).isEqualTo("第 1 步，共 5 步");
    }

    @Test
    void back_leads_to_the_step_before_also_after_the_proof() {
        TestFirm.Client client = firm.client("back", null);
        signIn(client.phone(), "delete");
        chooseEverything();
        click("继续");
        click("可以，继续");
        _setValue(_get(TextField.class), client.idNumber().substring(12));
        click("核对");
        assertThat(title()).isEqualTo("请核对您的回答");
        back();
        assertThat(title()).isEqualTo("请再核对一项");
        assertThat(BrowserlessPages.text()).contains("已经核对过了", "证件号码后 6 位");
        back();
        assertThat(title()).isEqualTo("这样处理，可以吗？");
        click("可以，继续");
        click("继续");
        assertThat(title()).isEqualTo("请核对您的回答");
    }

    @Test
    void back_leads_to_the_summary_from_what_was_opened_there() {
        TestFirm.Client client = firm.client("back-summary", null);
        signIn(client.phone(), "delete");
        chooseSome();
        _setValue(categories(), Set.of(Category.DEMAND));
        click("继续");
        click("继续");
        click("可以，继续");
        for (int row = 0; row < 3; row++) {
            _click(_find(Button.class, spec -> spec.withText("修改")).get(row));
            assertThat(title()).isNotEqualTo("请核对您的回答");
            back();
            assertThat(title()).isEqualTo("请核对您的回答");
        }
        _click(_find(Button.class, spec -> spec.withText("修改")).get(0));
        click("继续");
        assertThat(title()).isEqualTo("请选择要删除的类别");
        back();
        assertThat(title()).isEqualTo("您想删除哪些信息？");
        back();
        assertThat(title()).isEqualTo("请核对您的回答");
    }

    @Test
    void back_leads_to_the_step_before_where_a_call_was_chosen() {
        TestFirm.Client client = firm.client("back-call", null);
        signIn(client.phone(), "delete");
        chooseEverything();
        click("继续");
        click("可以，继续");
        click("请给我回电话");
        back();
        assertThat(title()).isEqualTo("请再核对一项");
    }

    @Test
    void the_preview_has_a_list_for_each_fate_with_a_line_for_each_kind_of_record() {
        TestFirm.Client client = firm.client("preview", LocalDate.of(2026, 3, 15));
        firm.store(client, Category.DEMAND, Classification.GENERAL, Map.of("LAYOUT", "两室"));
        signIn(client.phone(), "delete");
        chooseEverything();
        click("继续");
        assertThat(_find(RecordCard.class)).hasSizeGreaterThan(1).allSatisfy(card -> {
            List<String> lines =
                    _find(card, ListItem.class).stream().map(ListItem::getText).toList();
            assertThat(lines).isNotEmpty().doesNotHaveDuplicates().noneMatch(line -> line.contains("、"));
        });
        assertThat(lines()).contains("需求与偏好（2 条）", "子女信息", "2025 年买卖 · 交易与价款");
    }

    @Test
    void what_was_typed_is_there_again_after_the_session_was_lost() {
        TestFirm.Client client = firm.client("draft", null);
        signIn(client.phone(), "delete");
        chooseEverything();
        _setValue(_get(TextArea.class), "写到一半");
        freshBrowser();
        signIn(client.phone(), "delete/note");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("写到一半");
    }

    @Test
    void what_was_saved_and_left_is_offered_on_the_front_page_where_it_stopped() {
        TestFirm.Client client = firm.client("left", null);
        signIn(client.phone(), "delete");
        BrowserlessPages.go("");
        assertThat(BrowserlessPages.text()).doesNotContain("还没有提交");
        BrowserlessPages.go("delete");
        chooseSome();
        BrowserlessPages.go("");
        assertThat(BrowserlessPages.text())
                .contains("您的回答已保存，还没有提交", "30 天", "上次停在：请选择要删除的类别")
                .doesNotContain("!");
        BrowserlessPages.go("delete/choose");
        _setValue(categories(), Set.of(Category.DEMAND));
        click("继续");
        click("继续");
        BrowserlessPages.go("");
        ActionCard goOn = _find(ActionCard.class).get(0);
        assertThat(goOn.getHref()).isEqualTo("delete/preview");
        BrowserlessPages.go(goOn.getHref());
        click("可以，继续");
        click("确认，提交申请");
        BrowserlessPages.go("");
        assertThat(BrowserlessPages.text()).doesNotContain("还没有提交");
    }

    @Test
    void chosen_categories_can_be_changed_from_the_summary() {
        TestFirm.Client client = firm.client("choose", null);
        signIn(client.phone(), "delete");
        chooseSome();
        click("继续");
        assertThat(categories().isInvalid()).isTrue();
        _setValue(categories(), Set.of(Category.DEMAND, Category.INTERNAL));
        click("继续");
        click("继续");
        click("可以，继续");
        assertThat(title()).as("no second proof for general data").isEqualTo("请核对您的回答");
        assertThat(BrowserlessPages.text()).contains("需求与偏好、内部编号与记录", "2 条将删除");
        _click(_find(Button.class, spec -> spec.withText("修改")).get(0));
        click("继续");
        _setValue(categories(), Set.of(Category.DEMAND));
        click("继续");
        assertThat(title()).as("straight back to the summary").isEqualTo("请核对您的回答");
        assertThat(BrowserlessPages.text()).contains("1 条将删除");
    }

    @Test
    void a_million_characters_are_cut_and_said() {
        TestFirm.Client client = firm.client("million", null);
        signIn(client.phone(), "delete");
        chooseEverything();
        _setValue(_get(TextArea.class), "字".repeat(A_MILLION));
        assertThat(_get(TextArea.class).getValue()).hasSize(10_000);
        assertThat(BrowserlessPages.text()).contains("文字太长了", "10,000");
        _setValue(_get(TextArea.class), "短一些");
        assertThat(BrowserlessPages.text()).doesNotContain("文字太长了");
        click("继续");
        assertThat(title()).isEqualTo("这样处理，可以吗？");
    }

    @Test
    void a_proof_of_the_wrong_length_is_told_so_and_costs_no_try() {
        TestFirm.Client client = firm.client("proof-length", null);
        signIn(client.phone(), "delete");
        chooseEverything();
        click("继续");
        click("可以，继续");
        for (int i = 0; i < 6; i++) {
            _setValue(_get(TextField.class), "1234");
            click("核对");
            assertThat(_get(TextField.class).getErrorMessage()).isEqualTo("请填 6 位，这里是 4 位");
        }
        _setValue(_get(TextField.class), "000000");
        click("核对");
        assertThat(BrowserlessPages.text()).contains("没有对上", "还可以试 4 次");
    }

    @Test
    void after_the_last_try_only_the_call_is_offered() {
        TestFirm.Client client = firm.client("proof-locked", null);
        signIn(client.phone(), "delete");
        chooseEverything();
        click("继续");
        click("可以，继续");
        for (int i = 0; i < 5; i++) {
            _setValue(_get(TextField.class), "000000");
            click("核对");
        }
        assertThat(BrowserlessPages.text()).contains("核对次数太多");
        assertThat(_find(Button.class, spec -> spec.withText("核对"))).isEmpty();
        assertThat(button("请给我回电话").getThemeNames()).contains("primary");
        click("请给我回电话");
        assertThat(title()).isEqualTo("请核对您的回答");
    }

    @Test
    void a_wrong_answer_is_forgotten_with_its_question() {
        TestFirm.Client client = firm.client("other-question", null);
        signIn(client.phone(), "delete");
        chooseEverything();
        click("继续");
        click("可以，继续");
        _setValue(_get(TextField.class), "000000");
        click("核对");
        assertThat(BrowserlessPages.text()).contains("没有对上");
        RadioButtonGroup<Object> which = scope();
        _setValue(which, which.getListDataView().getItem(1));
        assertThat(BrowserlessPages.text()).doesNotContain("没有对上");
    }

    @Test
    void a_long_note_scrolls_in_its_box_and_says_how_much_room_is_left() {
        TestFirm.Client client = firm.client("room", null);
        signIn(client.phone(), "delete");
        chooseEverything();
        TextArea note = _get(TextArea.class);
        assertThat(note.getMaxHeight()).isNotBlank();
        assertThat(note.getHelperText()).contains("最多 10,000 字，还可以写 10,000 字");
        _setValue(note, "房子😀");
        assertThat(note.getHelperText()).contains("还可以写 9,997 字");
    }

    @Test
    void a_double_click_makes_one_request() {
        TestFirm.Client client = firm.client("double-click", null);
        signIn(client.phone(), "delete");
        chooseSome();
        _setValue(categories(), Set.of(Category.DEMAND));
        click("继续");
        click("继续");
        click("可以，继续");
        Button send = button("确认，提交申请");
        send.click();
        send.click();
        assertThat(requestsOf(client)).hasSize(1);
    }

    @Test
    void what_another_page_changed_is_shown_and_never_sent_unseen() {
        TestFirm.Client client = firm.client("two-tabs", null);
        signIn(client.phone(), "delete");
        chooseSome();
        _setValue(categories(), Set.of(Category.DEMAND));
        click("继续");
        click("继续");
        click("可以，继续");
        Button sendOfTheFirstTab = button("确认，提交申请");
        BrowserlessPages.go("delete");
        chooseEverything();
        sendOfTheFirstTab.click();
        assertThat(requestsOf(client)).isEmpty();
        BrowserlessPages.go("verify");
        BrowserlessPages.go("delete/check");
        assertThat(title()).as("everything needs proof").isEqualTo("请再核对一项");
    }

    @Test
    void a_summary_that_is_out_of_date_shows_the_new_answers_in_its_place() {
        TestFirm.Client client = firm.client("stale-check", null);
        signIn(client.phone(), "delete");
        chooseSome();
        _setValue(categories(), Set.of(Category.DEMAND));
        click("继续");
        click("继续");
        click("可以，继续");
        elsewhere(client, draft -> draft.of(Set.of(Category.DEMAND, Category.INTERNAL)));
        click("确认，提交申请");
        assertThat(title()).isEqualTo("您的回答在别处改过了");
        assertThat(BrowserlessPages.text()).contains("没有提交", "需求与偏好、内部编号与记录").doesNotContain("!");
        assertThat(requestsOf(client)).isEmpty();
        click("按现在的回答继续");
        click("确认，提交申请");
        assertThat(title()).isEqualTo("已收到您的申请");
        assertThat(BrowserlessPages.text()).contains("删除范围", "需求与偏好、内部编号与记录");
    }

    @Test
    void an_answer_of_another_page_is_not_replaced_unseen() {
        TestFirm.Client client = firm.client("stale-scope", null);
        signIn(client.phone(), "delete");
        chooseSome();
        elsewhere(client, Draft::all);
        _setValue(categories(), Set.of(Category.DEMAND));
        assertThat(title()).isEqualTo("您的回答在别处改过了");
        assertThat(BrowserlessPages.text()).contains("全部信息", "没有保存");
        assertThat(draftOf(client).everything()).isTrue();
    }

    @Test
    void words_from_another_page_are_shown_before_they_are_replaced() {
        TestFirm.Client client = firm.client("stale-note", null);
        signIn(client.phone(), "delete");
        chooseEverything();
        elsewhere(client, draft -> draft.saying("别处写的"));
        click("继续");
        assertThat(BrowserlessPages.text()).contains("您在别处写过另一段说明", "别处写的");
        assertThat(draftOf(client).note()).isEqualTo("别处写的");
        _setValue(_get(TextArea.class), "这里写的");
        click("继续");
        assertThat(title()).isEqualTo("这样处理，可以吗？");
        assertThat(draftOf(client).note()).isEqualTo("这里写的");
    }

    private void elsewhere(TestFirm.Client client, UnaryOperator<Draft> change) {
        context.getBean(DraftStore.class).save(client.id(), change.apply(draftOf(client)));
    }

    private Draft draftOf(TestFirm.Client client) {
        return context.getBean(DraftStore.class).find(client.id()).orElseThrow();
    }

    private static List<String> lines() {
        return _find(ListItem.class).stream().map(ListItem::getText).toList();
    }

    private static void back() {
        BrowserlessPages.go(_get(RouteLink.class, spec -> spec.withText("返回")).getHref());
    }

    private static String steps() {
        return _get(Paragraph.class, spec -> spec.withClasses("above")).getText();
    }
}
