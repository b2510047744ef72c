package io.shouxin.client;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.document.QrCodes;
import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.shared.ui.RecordCard;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.TopBarView;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        assertThat(BrowserlessPages.text()).contains("将删除", "只存不用至 2036 年 3 月 15 日");
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
        assertThat(BrowserlessPages.text())
                .contains(reference, "我们承诺最晚答复", "收到，从第二天起算 15 个工作日", "接下来")
                .doesNotContain("!");
        assertThat(_get(Html.class).getElement().getAttribute("aria-label")).isEqualTo("办理进度页的二维码");
        assertThat(_get(Html.class).getInnerHtml())
                .as("the picture by which this very case is found again")
                .isEqualToIgnoringWhitespace(QrCodes.svg("http://localhost:8080/track/" + reference));
        assertThat(_find(Anchor.class))
                .extracting(Anchor::getHref)
                .contains("/documents/" + reference + "/receipt-zh.pdf", "/documents/" + reference + "/receipt-en.pdf");

        BrowserlessPages.go("delete/check");
        assertThat(title()).as("the browser's Back").isEqualTo("您已经提交，正在办理");
        assertThat(exit()).as("there is nothing to save any more").isEmpty();
        assertThat(BrowserlessPages.text()).contains("已提交过申请", reference, "现在：");
        BrowserlessPages.go("delete/done/" + reference);
        assertThat(BrowserlessPages.text()).contains(reference);
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
    void a_million_characters_stay_and_the_field_says_how_many_are_too_many() {
        TestFirm.Client client = firm.client("million", null);
        signIn(client.phone(), "delete");
        chooseEverything();
        TextArea note = _get(TextArea.class);
        _setValue(note, "字".repeat(A_MILLION));
        click("继续");
        assertThat(title()).isEqualTo("还有什么想告诉我们吗？");
        assertThat(note.getValue()).hasSize(A_MILLION);
        assertThat(note.isInvalid()).isTrue();
        assertThat(note.getErrorMessage()).contains("最多写 10,000 字，多了 990,000 字", "都还在这里");
        _setValue(note, "短一些");
        assertThat(note.isInvalid()).isFalse();
        click("继续");
        assertThat(title()).isEqualTo("这样处理，可以吗？");
    }

    @Test
    void characters_that_cannot_be_kept_are_left_out_and_said_and_the_rest_stays() {
        TestFirm.Client client = firm.client("odd-characters", null);
        signIn(client.phone(), "delete");
        chooseEverything();
        TextArea note = _get(TextArea.class);
        _setValue(note, "请尽快\u0000，谢谢\ud83d\u202e 😀");
        assertThat(note.getValue()).isEqualTo("请尽快，谢谢 😀");
        assertThat(BrowserlessPages.text()).contains("有几个字符不能保存，已去掉");
        click("继续");
        assertThat(title()).isEqualTo("这样处理，可以吗？");
        BrowserlessPages.go("delete/note");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("请尽快，谢谢 😀");
    }

    @Test
    void the_preview_shows_what_is_in_each_record_masked_as_it_is_held() {
        TestFirm.Client client = firm.client("recognised", null);
        firm.store(client, Category.DEMAND, Classification.GENERAL, Map.of("LAYOUT", "三室两厅"));
        signIn(client.phone(), "delete");
        chooseEverything();
        click("继续");
        assertThat(BrowserlessPages.text())
                .contains("三室两厅", masked(client.phone()))
                .doesNotContain(client.phone(), client.idNumber(), "!");
    }

    @Test
    void whoever_asks_anew_is_told_of_the_request_that_is_under_way() {
        TestFirm.Client client = firm.client("asks-anew", null);
        String reference = sendSome(client);
        BrowserlessPages.go("delete");
        assertThat(exit()).isEmpty();
        click("另提一份");
        assertThat(title()).isEqualTo("您想删除哪些信息？");
        assertThat(exit()).isPresent();
        assertThat(BrowserlessPages.text())
                .contains("您已经提过一份申请", reference, "现在：")
                .doesNotContain("!");
        assertThat(_find(RouteLink.class)).extracting(RouteLink::getHref).contains("track/" + reference);
        UI.getCurrent().setLocale(Locale.ENGLISH);
        BrowserlessPages.go("");
        BrowserlessPages.go("delete");
        assertThat(BrowserlessPages.text()).contains("You have asked already", "(number " + reference + "). Now: ");
    }

    private static Optional<TopBarView.Exit> exit() {
        return UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                .filter(TopBarView.class::isInstance)
                .map(TopBarView.class::cast)
                .findFirst()
                .flatMap(TopBarView::topBarExit);
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
        upToTheSummary();
        Button send = button("确认，提交申请");
        send.click();
        send.click();
        assertThat(requestsOf(client)).hasSize(1);
    }

    private static List<String> lines() {
        return _find(ListItem.class).stream().map(ListItem::getText).toList();
    }
}
