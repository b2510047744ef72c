package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.record.Category;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RefusalReason;
import io.shouxin.retention.Outcome;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.ErrorBox;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sheets beside a case under review: another outcome, a question, a refusal. */
class ReviewSheetsTest extends PanelTest {

    @Test
    void a_refusal_without_a_reason_is_blocked_at_the_field() {
        review(Desks.view(Desks.toDelete(Category.DEMAND)));
        press("R");
        _click(_get(Button.class, spec -> spec.withText("拒绝，转第二人复核")));
        assertThat(_get(RadioButtonGroup.class).isInvalid()).isTrue();
        assertThat(inbox.decided).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_reason_that_says_too_little_wants_words() {
        review(Desks.view(Desks.toDelete(Category.DEMAND)));
        press("R");
        RadioButtonGroup<RefusalReason> group = _get(RadioButtonGroup.class);
        assertThat(group.getListDataView().getItems().map(RefusalReason::code)).containsExactly("R6", "R13");
        group.setValue(group.getListDataView().getItem(0));
        _click(_get(Button.class, spec -> spec.withText("拒绝，转第二人复核")));
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        _setValue(_get(TextArea.class), "会泄露他人住址");
        _click(_get(Button.class, spec -> spec.withText("拒绝，转第二人复核")));
        assertThat(inbox.decided).containsExactly(Map.of("outcome", "REFUSED", "code", "R6", "text", "会泄露他人住址"));
        assertThat(_find(RadioButtonGroup.class)).isEmpty();
    }

    @Test
    void a_question_to_the_client_needs_its_words() {
        review(Desks.view(Desks.toDelete(Category.DEMAND)));
        press("Q");
        _click(_get(Button.class, spec -> spec.withText("发给客户")));
        assertThat(inbox.decided).isEmpty();
        _setValue(_get(TextArea.class), "请问合同是否已经结束？");
        _click(_get(Button.class, spec -> spec.withText("发给客户")));
        assertThat(inbox.decided).containsExactly(Map.of("outcome", "ASK_CLIENT", "text", "请问合同是否已经结束？"));
        assertThat(inbox.begun).isPositive();
    }

    @Test
    void keys_of_the_bar_rest_while_the_sheet_is_open() {
        review(Desks.view(Desks.toDelete(Category.DEMAND)));
        press("Q");
        press("A");
        assertThat(inbox.decided).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"E", "Q", "R"})
    void a_sheet_that_is_cancelled_leaves_the_task_as_free_as_it_was(String key) {
        review(Desks.view(Desks.toDelete(Category.DEMAND)));
        press(key);
        assertThat(inbox.mine).as("while it is open").isTrue();
        cancel();
        assertThat(inbox.mine).isFalse();
    }

    @Test
    void a_task_that_was_in_hand_before_stays_there_when_a_sheet_is_cancelled() {
        inbox.mine = true;
        review(Desks.view(Desks.toDelete(Category.DEMAND)));
        press("R");
        cancel();
        assertThat(inbox.mine).isTrue();
    }

    @Test
    void a_noted_change_keeps_the_task_in_hand() {
        review(Desks.view(Desks.toDelete(Category.DEMAND)));
        adjust(Outcome.REFUSE, "合同还在履行");
        assertThat(inbox.mine).isTrue();
        press("Q");
        cancel();
        assertThat(inbox.mine).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"E", "R"})
    void a_sheet_begins_at_its_first_field(String key) {
        review(Desks.view(Desks.toDelete(Category.DEMAND)));
        press(key);
        List<Object> focused = focused();
        Component first = key.equals("E") ? _get(CheckboxGroup.class) : _get(RadioButtonGroup.class);
        assertThat(focused).containsExactly(first.getElement());
    }

    @Test
    void changes_go_with_the_decision_and_survive_a_failed_attempt() {
        RecordDecision record = Desks.toDelete(Category.DEMAND);
        Component page = review(Desks.view(record));
        adjust(Outcome.REFUSE, "合同还在履行");
        assertThat(page.getElement().getTextRecursively()).contains("已调整，随处理结果一起提交", "通过，转第二人复核");

        inbox.refusal = new InvalidInput("/decisions/0/outcome", "request.error.lawKeeps");
        press("A");
        assertThat(_get(ErrorBox.class).getElement().getTextRecursively()).contains("法律规定的保存期未满");
        inbox.refusal = null;
        press("A");

        assertThat(inbox.decided)
                .containsExactly(Map.of(
                        "outcome",
                        "APPROVED",
                        "decisions",
                        List.of(Map.of(
                                "recordId",
                                record.recordId().toString(),
                                "outcome",
                                "REFUSE",
                                "code",
                                "R13",
                                "reason",
                                "合同还在履行"))));
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_change_without_a_ground_names_the_ground_and_not_the_reason_that_is_there() {
        review(Desks.view(Desks.toDelete(Category.DEMAND)));
        press("E");
        CheckboxGroup<DecisionGroup> records = _get(CheckboxGroup.class);
        records.setValue(Set.copyOf(records.getListDataView().getItems().toList()));
        RadioButtonGroup<Outcome> outcome = _get(RadioButtonGroup.class);
        outcome.setValue(Outcome.REFUSE);
        _setValue(_get(TextArea.class), "合同还在履行");
        _click(_get(Button.class, spec -> spec.withText("记下调整")));
        assertThat(_find(RadioButtonGroup.class).get(1))
                .matches(RadioButtonGroup::isInvalid)
                .satisfies(ground -> assertThat(ground.getErrorMessage()).isEqualTo("请选择依据。"));
        assertThat(_get(TextArea.class).isInvalid()).isFalse();
    }

    @Test
    void a_change_without_a_reason_is_not_noted() {
        review(Desks.view(Desks.toDelete(Category.DEMAND)));
        adjust(Outcome.REFUSE, "");
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void what_a_law_keeps_can_only_be_kept() {
        review(Desks.view(Desks.keptByLaw(LocalDate.of(2036, 3, 15))));
        press("E");
        CheckboxGroup<DecisionGroup> records = _get(CheckboxGroup.class);
        records.setValue(Set.copyOf(records.getListDataView().getItems().toList()));
        RadioButtonGroup<Outcome> outcome = _get(RadioButtonGroup.class);
        assertThat(outcome.getListDataView().getItems().filter(each -> outcome.getItemEnabledProvider()
                        .test(each)))
                .containsExactly(Outcome.RESTRICT_STORAGE_ONLY);
    }

    @Test
    @SuppressWarnings("unchecked")
    void reasons_are_told_in_words_and_the_source_of_the_chosen_one_stands_below() {
        review(Desks.view(Desks.toDelete(Category.DEMAND)));
        press("R");
        RadioButtonGroup<RefusalReason> reason = _get(RadioButtonGroup.class);
        assertThat(reason.getChildren().map(choice -> choice.getElement().getTextRecursively()))
                .containsExactly("照办会损害他人的合法权益。", "合同尚在履行，这些信息仍有必要，没有应当删除的情形（个人信息保护法第 13、47 条）。");
        reason.setValue(reason.getListDataView().getItem(0));
        assertThat(reason.getHelperText()).isEqualTo("民法典");
    }

    @Test
    void an_adjusted_row_says_which_reason_was_chosen() {
        Component page = review(Desks.view(Desks.toDelete(Category.DEMAND)));
        adjust(Outcome.REFUSE, "合同还在履行");
        assertThat(page.getElement().getTextRecursively()).contains("答复客户的依据：合同尚在履行", "陈静的理由：合同还在履行");
    }

    @Test
    void a_reason_that_was_sent_stays_in_the_row() {
        RecordDecision kept =
                Desks.toDelete(Category.DEMAND).changed(Outcome.REFUSE, null, Desks.ME, UUID.randomUUID(), "R13");
        assertThat(review(Desks.view(kept)).getElement().getTextRecursively())
                .contains("答复客户的依据：合同尚在履行")
                .doesNotContain("R13");
    }

    /** The fields that the keyboard is sent to, as the browser will be told. */
    private static List<Object> focused() {
        UI ui = UI.getCurrent();
        ui.getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return ui.getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(call -> call.getInvocation())
                .filter(call -> call.getExpression().contains("focus("))
                .map(call -> call.getParameters().get(0))
                .toList();
    }

    private static void cancel() {
        _click(_get(Button.class, spec -> spec.withText("取消")));
    }

    @SuppressWarnings("unchecked")
    private void adjust(Outcome to, String why) {
        press("E");
        CheckboxGroup<DecisionGroup> records = _get(CheckboxGroup.class);
        records.setValue(Set.copyOf(records.getListDataView().getItems().toList()));
        RadioButtonGroup<Outcome> outcome = _get(RadioButtonGroup.class);
        outcome.setValue(to);
        chooseFirstCode();
        _setValue(_get(TextArea.class), why);
        _click(_get(Button.class, spec -> spec.withText("记下调整")));
    }

    @SuppressWarnings("unchecked")
    private static void chooseFirstCode() {
        RadioButtonGroup<RefusalReason> code = _find(RadioButtonGroup.class).get(1);
        code.setValue(code.getListDataView().getItem(0));
    }
}
