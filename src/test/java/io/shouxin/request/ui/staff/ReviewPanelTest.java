package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.record.Category;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.DecisionTexts;
import io.shouxin.request.RecordDecision;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.RouteLink;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A case before the clerk who reviews it: what is shown, and what a key sends. */
class ReviewPanelTest extends PanelTest {

    @Test
    void the_case_shows_the_person_masked_and_the_clients_words() {
        Component page = review(Desks.view(Desks.toDelete(Category.DEMAND), Desks.toDelete(Category.DEMAND)));
        String shown = page.getElement().getTextRecursively();
        assertThat(shown)
                .contains("SC-2026-000482", "徐** 135****1170", "收到日期 11 月 23 日", "“请都删掉”", "需求与偏好 × 2", "资料库")
                .doesNotContain("徐小明", "13507451170", "DELETE_NOW", "!");
    }

    @Test
    void who_may_not_decide_is_told_why() {
        inbox.hindrance = "您经手过这件，须由没有经办的人复核。";
        Component page = review(Desks.view(Desks.toDelete(Category.DEMAND)));
        assertThat(page.getElement().getTextRecursively()).contains("您经手过这件").doesNotContain("开始删除");
    }

    @Test
    void the_buttons_rest_while_a_colleague_has_the_task_and_say_who() {
        Component page = review(Desks.view(Desks.toDelete(Category.DEMAND)));
        inbox.held = true;
        inbox.hindrance = "刘洋 正在处理";
        inbox.holderChanged.run();
        assertThat(page.getElement().getTextRecursively()).contains("刘洋 正在处理");
        assertThat(_find(page, Button.class, spec -> spec.withAttribute("aria-keyshortcuts", "A")))
                .singleElement()
                .matches(button -> !button.isEnabled());
        press("A");
        press("R");
        assertThat(inbox.decided).isEmpty();
        assertThat(_find(RadioButtonGroup.class)).isEmpty();

        inbox.held = false;
        inbox.hindrance = "";
        inbox.holderChanged.run();
        press("A");
        assertThat(inbox.decided).hasSize(1);
    }

    @Test
    void a_case_without_records_offers_no_other_outcome() {
        Component page = review(Desks.view());
        assertThat(page.getElement().getTextRecursively()).doesNotContain("调整结论");
        press("E");
        assertThat(_find(CheckboxGroup.class)).isEmpty();
        assertThat(inbox.mine).isFalse();
    }

    @Test
    void a_long_ground_shows_its_first_lines_and_the_rest_on_demand() {
        review(Desks.view(Desks.keptByLaw(LocalDate.of(2036, 3, 15))));
        GroundText ground = _get(GroundText.class);
        assertThat(ground.hasClassName("clamped")).isTrue();
        _click(_get(ground, Button.class, spec -> spec.withText("看全文")));
        assertThat(ground.hasClassName("clamped")).isFalse();
        assertThat(_get(ground, Button.class, spec -> spec.withText("收起"))
                        .getElement()
                        .getAttribute("aria-expanded"))
                .isEqualTo("true");
    }

    @Test
    void what_staff_noted_on_receipt_is_not_shown_as_the_clients_own_words() {
        Component page = review(Desks.view(Channel.PHONE, Desks.toDelete(Category.DEMAND)));
        press("E");
        assertThat(page.getElement().getTextRecursively())
                .contains("受理记录", "请都删掉")
                .doesNotContain("客户原话", "“请都删掉”");
    }

    @Test
    void a_sheet_repeats_the_clients_words_and_the_grounds_that_it_covers() {
        RecordDecision record = Desks.toDelete(Category.DEMAND);
        review(Desks.view(record));
        press("E");
        assertThat(_get(SideSheet.class).getElement().getTextRecursively()).contains("客户原话", "请都删掉");
        assertThat(_find(_get(SideSheet.class), Checkbox.class))
                .extracting(Checkbox::getHelperText)
                .containsExactly(DecisionTexts.forStaff(record, Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void the_inbox_leads_to_the_case() {
        CaseView view = Desks.view(Desks.toDelete(Category.DEMAND));
        review(view);
        assertThat(_get(RouteLink.class, spec -> spec.withText("案卷")).getHref())
                .isEqualTo("staff/cases/" + view.request().id());
    }

    @Test
    void approving_sends_the_outcome() {
        review(Desks.view(Desks.toDelete(Category.DEMAND)));
        press("A");
        assertThat(inbox.decided).containsExactly(Map.of("outcome", "APPROVED"));
        assertThat(inbox.courses).containsExactly("erasing");
    }

    @Test
    void what_is_told_of_an_approval_says_that_a_second_person_comes_next() {
        review(Desks.view(Desks.keptByLaw(LocalDate.of(2036, 3, 15))));
        press("A");
        assertThat(inbox.courses).containsExactly("second");
    }

    @Test
    void where_nothing_is_held_the_page_says_so_and_the_button_speaks_of_the_answer_only() {
        Component page = review(Desks.nothingHeld(Desks.view().trace()));
        assertThat(page.getElement().getTextRecursively())
                .contains("没有查到记录", "发出未查到信息的答复")
                .doesNotContain("0 条记录", "判定完成后", "开始删除", "调整结论");
        press("A");
        assertThat(inbox.decided).containsExactly(Map.of("outcome", "APPROVED"));
        assertThat(inbox.courses).containsExactly("nothing");
    }

    @Test
    void the_button_says_that_a_second_person_follows_where_something_is_kept() {
        Component page = review(Desks.view(Desks.keptByLaw(LocalDate.of(2036, 3, 15))));
        assertThat(page.getElement().getTextRecursively()).contains("通过，转第二人复核", "限存至 2036-03-15");
    }

    @Test
    void who_checked_the_identity_is_told_before_deciding_that_a_colleague_must_confirm() {
        CaseView view = Desks.view(Desks.toDelete(Category.DEMAND));
        Component page = review(Desks.after(view, Desks.vouched(Desks.ME)));
        assertThat(page.getElement().getTextRecursively())
                .contains("通过之后，须由另一位同事确认", "客户身份是您本人核对的", "通过，转第二人复核")
                .doesNotContain("通过，开始删除");
    }

    @Test
    void who_decides_on_a_colleagues_word_is_told_of_no_second_person() {
        CaseView view = Desks.view(Desks.toDelete(Category.DEMAND));
        Component page = review(Desks.after(view, Desks.vouched(UUID.randomUUID())));
        assertThat(page.getElement().getTextRecursively()).contains("通过，开始删除").doesNotContain("须由另一位同事确认", "转第二人复核");
    }

    @Test
    void a_returned_case_wants_an_answer_and_sends_it() {
        Component page = review(Desks.returned(null));
        assertThat(page.getElement().getTextRecursively()).contains("复核退回了这件", "期限请再核对");
        inbox.refusal = new InvalidInput("/reply", "request.error.fieldMissing.reply");
        press("A");
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        assertThat(_get(ErrorBox.class).getElement().getTextRecursively()).contains("写明给复核人的答复");
        inbox.refusal = null;
        _setValue(_get(TextArea.class), "已核对\u0000");
        press("A");
        assertThat(inbox.decided).isEmpty();
        assertThat(_get(TextArea.class).getErrorMessage()).contains("第 4 个字符");
        assertThat(_get(ErrorBox.class).getElement().getTextRecursively()).contains("第 4 个字符");
        _setValue(_get(TextArea.class), "已核对，期限无误");
        press("A");
        assertThat(inbox.decided).containsExactly(Map.of("outcome", "APPROVED", "reply", "已核对，期限无误"));
    }
}
