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
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.record.Category;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.DecisionTexts;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RefusalFacts;
import io.shouxin.request.RefusalReason;
import io.shouxin.request.RefusalReasons;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.RequestType;
import io.shouxin.request.Requester;
import io.shouxin.retention.Outcome;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.DecisionBar;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.RouteLink;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        when(reasons.forRequest(new RefusalFacts(RequestType.DELETION, Requester.SUBJECT, true, false)))
                .thenReturn(List.of(others, needed));
        when(reasons.forRecord(new RefusalFacts(RequestType.DELETION, Requester.SUBJECT, true, false)))
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
    }

    @Test
    void where_nothing_is_held_the_page_says_so_and_the_button_speaks_of_the_answer_only() {
        Component page = review(Desks.nothingHeld(Desks.view().trace()));
        assertThat(page.getElement().getTextRecursively())
                .contains("没有查到记录", "发出未查到信息的答复")
                .doesNotContain("判定完成后", "开始删除", "调整结论");
        press("A");
        assertThat(inbox.decided).containsExactly(Map.of("outcome", "APPROVED"));
    }

    @Test
    void the_button_says_that_a_second_person_follows_where_something_is_kept() {
        Component page = review(Desks.view(Desks.keptByLaw(LocalDate.of(2036, 3, 15))));
        assertThat(page.getElement().getTextRecursively()).contains("通过，转第二人复核", "限存至 2036-03-15");
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
    @SuppressWarnings("unchecked")
    void one_answer_can_be_taken_for_all_records_with_the_same_question() {
        CaseView view = Desks.view(Desks.open(Category.SERVICE), Desks.open(Category.DEMAND));
        UI.getCurrent().add(new OfficerPanel(Desks.pages(view)).render(Desks.task(view, "officer-decisions"), inbox));
        _find(RadioButtonGroup.class).get(0).setValue(Outcome.DELETE_NOW);
        _setValue(_find(TextArea.class).get(0), "合同已于三年前结束");
        _click(_get(Button.class, spec -> spec.withText("把这个结论和理由填到问题相同的另外 1 项")));
        press("A");
        assertThat((List<Map<String, Object>>) inbox.decided.get(0).get("decisions"))
                .hasSize(2)
                .allSatisfy(fields -> assertThat(fields)
                        .containsEntry("outcome", "DELETE_NOW")
                        .containsEntry("reason", "合同已于三年前结束"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_officer_is_told_of_everything_that_is_missing_at_once() {
        CaseView view = Desks.view(Desks.open(Category.SERVICE), Desks.open(Category.DEMAND));
        UI.getCurrent().add(new OfficerPanel(Desks.pages(view)).render(Desks.task(view, "officer-decisions"), inbox));
        press("A");
        assertThat(_find(RadioButtonGroup.class))
                .hasSize(2)
                .allSatisfy(outcome -> assertThat(outcome.getErrorMessage()).isEqualTo("请选择处理结果。"))
                .allMatch(RadioButtonGroup::isInvalid);
        assertThat(_find(TextArea.class))
                .hasSize(2)
                .allSatisfy(reason -> assertThat(reason.getErrorMessage()).isEqualTo("请写明理由。"))
                .allMatch(TextArea::isInvalid);

        RadioButtonGroup<Outcome> first = _find(RadioButtonGroup.class).get(0);
        first.setValue(Outcome.RESTRICT_STORAGE_ONLY);
        press("A");
        assertThat(first.isInvalid()).isFalse();
        assertThat(_find(DatePicker.class))
                .filteredOn(DatePicker::isInvalid)
                .singleElement()
                .satisfies(until -> assertThat(until.getErrorMessage()).contains("请填写保留到哪一天"));
        assertThat(inbox.decided).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void no_record_is_kept_longer_than_any_rule_asks_for() {
        CaseView view = Desks.view(Desks.open(Category.SERVICE));
        UI.getCurrent().add(new OfficerPanel(Desks.pages(view)).render(Desks.task(view, "officer-decisions"), inbox));
        _get(RadioButtonGroup.class).setValue(Outcome.RESTRICT_STORAGE_ONLY);
        _setValue(_get(TextArea.class), "另有约定");
        DatePicker until = _get(DatePicker.class);
        _setValue(until, LocalDate.of(2999, 1, 1));
        press("A");
        assertThat(until.isInvalid()).isTrue();
        assertThat(until.getErrorMessage()).contains("最多保留到 2036-11-23");
        assertThat(inbox.decided).isEmpty();

        _setValue(until, LocalDate.of(2036, 11, 23));
        press("A");
        assertThat(inbox.decided).hasSize(1);
    }

    @Test
    void a_clerk_is_told_at_once_that_both_way_and_words_of_a_proof_are_missing() {
        CaseView view = Desks.view(Desks.toDelete(Category.DEMAND));
        UI.getCurrent().add(new ProofPanel(Desks.pages(view)).render(Desks.task(view, "await-proof"), inbox));
        press("A");
        assertThat(_get(RadioButtonGroup.class).isInvalid()).isTrue();
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
    }

    @Test
    void an_answer_by_telephone_is_written_down_without_proving_the_identity_again() {
        CaseView view = Desks.view(Desks.toDelete(Category.DEMAND));
        Desks.ask(view);
        Component page = new ProofPanel(Desks.pages(view)).render(Desks.task(view, "await-proof"), inbox);
        UI.getCurrent().add(page);
        assertThat(page.getElement().getTextRecursively()).contains("等客户回答").doesNotContain("确认身份");
        press("A");
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        assertThat(inbox.decided).isEmpty();
        _setValue(_get(TextArea.class), "来电说没有欠费");
        press("A");
        assertThat(inbox.decided).containsExactly(Map.of("outcome", "PROOF_SEEN", "text", "来电说没有欠费"));
    }

    @Test
    void a_returned_case_wants_an_answer_and_sends_it() {
        Component page = review(returned(null));
        assertThat(page.getElement().getTextRecursively()).contains("复核退回了这件", "期限请再核对");
        inbox.refusal = new InvalidInput("/reply", "request.error.fieldMissing.reply");
        press("A");
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        assertThat(_get(ErrorBox.class).getElement().getTextRecursively()).contains("写明给复核人的答复");
        inbox.refusal = null;
        _setValue(_get(TextArea.class), "已核对，期限无误");
        press("A");
        assertThat(inbox.decided).containsExactly(Map.of("outcome", "APPROVED", "reply", "已核对，期限无误"));
    }

    @Test
    void the_second_person_sees_what_the_rules_wanted_beside_a_refusal() {
        CaseView view = Desks.view(Desks.toDelete(Category.DEMAND), Desks.keptByLaw(LocalDate.of(2036, 3, 15)));
        view.request().moveTo(RequestStatus.REVIEW);
        view.request().refuse("R13");
        Component page =
                new SecondReviewPanel(Desks.pages(view), reasons).render(Desks.task(view, "second-review"), inbox);
        assertThat(page.getElement().getTextRecursively()).contains("随整个申请拒绝", "规则：删除", "规则：限存至 2036 年 3 月 15 日");
    }

    @Test
    void the_second_person_reads_what_was_answered() {
        CaseView view = returned("已核对，期限无误");
        Component page =
                new SecondReviewPanel(Desks.pages(view), reasons).render(Desks.task(view, "second-review"), inbox);
        assertThat(page.getElement().getTextRecursively()).contains("这件曾被退回：期限请再核对", "专员的答复：已核对，期限无误");
    }

    @Test
    void what_a_person_decided_is_told_by_their_reason_and_the_rule_is_folded() {
        CaseText why = new CaseText(UUID.randomUUID(), CaseText.Kind.REASON, "反洗钱法从旧", Desks.NOW, Desks.ME);
        RecordDecision open = Desks.open(Category.TRANSACTION);
        RecordDecision decided =
                open.changed(Outcome.RESTRICT_STORAGE_ONLY, LocalDate.of(2031, 11, 1), Desks.ME, why.id(), "R4");
        Component page = secondReview(Desks.view(decided), why);

        GroundText ground = _get(page, GroundText.class);
        assertThat(ground.hasClassName("clamped")).isTrue();
        assertThat(_get(ground, Div.class, spec -> spec.withClasses("ground-words"))
                        .getElement()
                        .getTextRecursively())
                .startsWith("陈静的理由：反洗钱法从旧")
                .doesNotContain("缺少起算日期");
        assertThat(_get(ground, Div.class, spec -> spec.withClasses("ground-folded"))
                        .getText())
                .contains("规则原结论", "缺少起算日期", "反洗钱法 34");
        assertThat(page.getElement().getTextRecursively()).doesNotContain("请查明", "请决定");
    }

    @Test
    void the_question_about_an_open_record_is_put_to_the_officer_once() {
        CaseView view = Desks.view(Desks.open(Category.SERVICE));
        Component page = new OfficerPanel(Desks.pages(view)).render(Desks.task(view, "officer-decisions"), inbox);
        assertThat(page.getElement().getTextRecursively()).containsOnlyOnce("请查明何时结束");
    }

    private Component secondReview(CaseView view, CaseText written) {
        CaseView read = new CaseView(
                view.request(),
                view.clock(),
                view.decisions(),
                view.events(),
                List.of(written),
                view.erasures(),
                view.documents(),
                view.trace());
        Component page =
                new SecondReviewPanel(Desks.pages(read), reasons).render(Desks.task(read, "second-review"), inbox);
        UI.getCurrent().add(page);
        return page;
    }

    private static CaseView returned(@Nullable String reply) {
        CaseView view = Desks.view(Desks.keptByLaw(LocalDate.of(2036, 3, 15)));
        List<CaseText> written = new ArrayList<>(view.texts());
        written.add(new CaseText(UUID.randomUUID(), CaseText.Kind.RETURNED, "期限请再核对", Desks.NOW, Desks.ME));
        if (reply != null) {
            written.add(new CaseText(UUID.randomUUID(), CaseText.Kind.REPLY, reply, Desks.NOW, Desks.ME));
        }
        return new CaseView(
                view.request(),
                view.clock(),
                view.decisions(),
                List.of(new CaseEvent(Desks.NOW, CaseEvent.Kind.RETURNED, Actor.Kind.STAFF, Desks.ME, null)),
                written,
                view.erasures(),
                view.documents(),
                view.trace());
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
