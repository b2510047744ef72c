package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.record.Category;
import io.shouxin.request.CaseView;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RefusalFacts;
import io.shouxin.request.RefusalReason;
import io.shouxin.request.RefusalReasons;
import io.shouxin.request.RequestType;
import io.shouxin.request.Requester;
import io.shouxin.retention.Outcome;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.DecisionBar;
import io.shouxin.shared.ui.ErrorBox;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskPanelsTest {

    private final Desks.Notes inbox = new Desks.Notes();
    private final RefusalReasons reasons = mock(RefusalReasons.class);

    @BeforeEach
    void startVaadin() {
        MockVaadin.setup();
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
        RefusalReason others = new RefusalReason("R6", "民法典", "V1", "retention.refusal.R6", true);
        RefusalReason needed = new RefusalReason("R13", "个保法 13", "V1", "retention.refusal.R13", false);
        when(reasons.forRequest(new RefusalFacts(RequestType.DELETION, Requester.SUBJECT, true)))
                .thenReturn(List.of(others, needed));
        when(reasons.forRecord(new RefusalFacts(RequestType.DELETION, Requester.SUBJECT, true)))
                .thenReturn(List.of(needed));
    }

    @AfterEach
    void stopVaadin() {
        MockVaadin.tearDown();
    }

    @Test
    void the_case_shows_the_person_masked_and_the_clients_words() {
        Component page = review(Desks.view(Desks.toDelete(Category.DEMAND), Desks.toDelete(Category.DEMAND)));
        String shown = page.getElement().getTextRecursively();
        assertThat(shown)
                .contains("SC-2026-000482", "徐** 135****1170", "“请都删掉”", "需求与偏好 × 2", "资料库")
                .doesNotContain("徐小明", "13507451170", "DELETE_NOW", "!");
    }

    @Test
    void approving_sends_the_outcome() {
        review(Desks.view(Desks.toDelete(Category.DEMAND)));
        press("A");
        assertThat(inbox.decided).containsExactly(Map.of("outcome", "APPROVED"));
    }

    @Test
    void the_button_says_that_a_second_person_follows_where_something_is_kept() {
        Component page = review(Desks.view(Desks.keptByLaw(LocalDate.of(2036, 3, 15))));
        assertThat(page.getElement().getTextRecursively()).contains("通过，转第二人复核", "限存至 2036-03-15");
    }

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
        _click(_get(Button.class, spec -> spec.withText("发给客户，暂停计时")));
        assertThat(inbox.decided).isEmpty();
        _setValue(_get(TextArea.class), "请问合同是否已经结束？");
        _click(_get(Button.class, spec -> spec.withText("发给客户，暂停计时")));
        assertThat(inbox.decided).containsExactly(Map.of("outcome", "ASK_CLIENT", "text", "请问合同是否已经结束？"));
        assertThat(inbox.begun).isPositive();
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
    void keys_of_the_bar_rest_while_the_sheet_is_open() {
        review(Desks.view(Desks.toDelete(Category.DEMAND)));
        press("Q");
        press("A");
        assertThat(inbox.decided).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_officer_answers_each_open_record_once_for_all_that_are_alike() {
        RecordDecision one = Desks.open(Category.SERVICE);
        RecordDecision two = Desks.open(Category.SERVICE);
        CaseView view = Desks.view(one, two);
        Component page = new OfficerPanel(Desks.pages(view)).render(Desks.task(view, "officer-decisions"), inbox);
        UI.getCurrent().add(page);
        press("A");
        assertThat(inbox.decided).isEmpty();
        RadioButtonGroup<Outcome> outcome = _get(RadioButtonGroup.class);
        assertThat(outcome.isInvalid()).isTrue();
        assertThat(outcome.getListDataView().getItems())
                .containsExactly(Outcome.DELETE_NOW, Outcome.RESTRICT_STORAGE_ONLY);
        outcome.setValue(Outcome.DELETE_NOW);
        _setValue(_get(TextArea.class), "合同已于三年前结束");
        press("A");
        assertThat((List<Map<String, Object>>) inbox.decided.get(0).get("decisions"))
                .extracting(fields -> fields.get("recordId"))
                .containsExactly(one.recordId().toString(), two.recordId().toString());
    }

    @Test
    void the_second_person_returns_a_case_only_with_words() {
        CaseView view = Desks.view(Desks.keptByLaw(LocalDate.of(2036, 3, 15)));
        UI.getCurrent()
                .add(new SecondReviewPanel(Desks.pages(view), reasons)
                        .render(Desks.task(view, "second-review"), inbox));
        press("R");
        _click(_find(Button.class, spec -> spec.withText("退回")).get(0));
        assertThat(inbox.decided).isEmpty();
        press("A");
        assertThat(inbox.decided).isEmpty();
    }

    @Test
    void a_call_in_vain_is_written_down_before_the_client_is_asked() {
        CaseView view = Desks.view(Desks.toDelete(Category.DEMAND));
        UI.getCurrent().add(new ProofPanel(Desks.pages(view)).render(Desks.task(view, "call-client"), inbox));
        press("N");
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        assertThat(inbox.decided).isEmpty();
        _setValue(_get(TextArea.class), "周一上午两次无人接听");
        press("N");
        assertThat(inbox.decided).containsExactly(Map.of("outcome", "NOT_REACHED", "text", "周一上午两次无人接听"));
    }

    @Test
    void a_client_who_owes_proof_cannot_be_noted_as_not_reached() {
        CaseView view = Desks.view(Desks.toDelete(Category.DEMAND));
        UI.getCurrent().add(new ProofPanel(Desks.pages(view)).render(Desks.task(view, "await-proof"), inbox));
        _setValue(_get(TextArea.class), "无人接听");
        press("N");
        assertThat(inbox.decided).isEmpty();
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

    private Component review(CaseView view) {
        Component page =
                new ReviewPanel(Desks.pages(view), reasons).render(Desks.task(view, "review-decisions"), inbox);
        UI.getCurrent().add(page);
        return page;
    }

    private static void press(String key) {
        _get(DecisionBar.class).press(key);
    }
}
