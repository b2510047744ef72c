package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.shouxin.record.Category;
import io.shouxin.request.CaseView;
import io.shouxin.request.RefusalReason;
import io.shouxin.request.RequestId;
import io.shouxin.retention.Outcome;
import io.shouxin.shared.ChinaTime;
import io.shouxin.testing.EmptyPage;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is typed and not sent comes back when the case is opened again, in another session too, until the task is decided. */
class CaseDraftsTest extends PanelTest {

    private final CaseView view =
            Desks.view(Desks.toDelete(Category.DEMAND), Desks.keptByLaw(LocalDate.of(2036, 3, 15)));
    private final CasePages pages = Desks.pages(view);

    @Test
    void a_half_written_refusal_is_there_when_its_sheet_is_opened_again() {
        review();
        press("R");
        writeRefusal();
        cancel();
        press("R");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("会泄露他人住址");
        assertThat(_get(RadioButtonGroup.class).getValue()).isNotNull();
        assertThat(shown()).contains("这是您上次没有写完的内容");
    }

    @Test
    void it_outlives_the_session() {
        review();
        press("R");
        writeRefusal();
        EmptyPage.open();
        review();
        press("R");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("会泄露他人住址");
    }

    @Test
    void what_was_begun_in_chinese_is_found_in_english() {
        review();
        press("R");
        writeRefusal();
        EmptyPage.open();
        UI.getCurrent().setLocale(Locale.ENGLISH);
        review();
        press("R");
        assertThat(shown()).contains("Refuse, to second review").doesNotContain("转第二人复核");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("会泄露他人住址");
        assertThat(_get(RadioButtonGroup.class).getValue()).isNotNull();
        _click(_get(Button.class, spec -> spec.withText("Refuse, to second review")));
        assertThat(inbox.decided).singleElement().satisfies(sent -> assertThat(sent)
                .containsEntry("outcome", "REFUSED"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void an_adjustment_begun_in_english_is_found_in_chinese() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        review();
        press("E");
        CheckboxGroup<DecisionGroup> records = _get(CheckboxGroup.class);
        records.setValue(Set.of(records.getListDataView().getItem(0)));
        EmptyPage.open();
        review();
        press("E");
        assertThat((Set<DecisionGroup>) _get(CheckboxGroup.class).getValue()).hasSize(1);
    }

    @Test
    void what_is_typed_is_told_to_the_server_while_typing() {
        assertThat(TextForms.area("staff.refuse.text", "staff.refuse.help").getValueChangeMode())
                .isEqualTo(ValueChangeMode.LAZY);
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_half_filled_adjustment_comes_back_and_is_gone_once_it_is_noted() {
        review();
        press("E");
        CheckboxGroup<DecisionGroup> records = _get(CheckboxGroup.class);
        records.setValue(Set.of(records.getListDataView().getItem(0)));
        ((RadioButtonGroup<Outcome>) _find(RadioButtonGroup.class).get(0)).setValue(Outcome.RESTRICT_STORAGE_ONLY);
        cancel();
        press("E");
        assertThat((Set<DecisionGroup>) _get(CheckboxGroup.class).getValue()).hasSize(1);
        assertThat(_find(RadioButtonGroup.class).get(0).getValue()).isEqualTo(Outcome.RESTRICT_STORAGE_ONLY);

        RadioButtonGroup<RefusalReason> code = _find(RadioButtonGroup.class).get(1);
        code.setValue(code.getListDataView().getItem(0));
        _setValue(_get(TextArea.class), "合同还在履行");
        _get(DatePicker.class).setValue(LocalDate.of(2030, 1, 1));
        _click(_get(Button.class, spec -> spec.withText("记下调整")));
        press("E");
        assertThat(_get(TextArea.class).isEmpty()).isTrue();
        assertThat(_get(CheckboxGroup.class).isEmpty()).isTrue();
    }

    @Test
    void one_may_begin_anew() {
        review();
        press("R");
        writeRefusal();
        cancel();
        press("R");
        _click(_get(Button.class, spec -> spec.withText("清空重写")));
        assertThat(_get(TextArea.class).isEmpty()).isTrue();
        cancel();
        press("R");
        assertThat(shown()).doesNotContain("这是您上次没有写完的内容");
    }

    @Test
    void a_draft_is_gone_when_the_task_is_decided() {
        review();
        press("R");
        writeRefusal();
        cancel();
        press("A");
        assertThat(inbox.decided).hasSize(1);
        press("R");
        assertThat(_get(TextArea.class).isEmpty()).isTrue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_officers_half_filled_answers_survive_a_look_at_another_case() {
        CaseView open = Desks.view(Desks.open(Category.SERVICE), Desks.open(Category.DEMAND));
        CasePages officers = Desks.pages(open);
        officer(officers, open);
        ((RadioButtonGroup<Outcome>) _find(RadioButtonGroup.class).get(1)).setValue(Outcome.DELETE_NOW);
        _setValue(_find(TextArea.class).get(1), "合同已于三年前结束");
        UI.getCurrent().removeAll();
        officer(officers, open);
        assertThat(_find(TextArea.class)).extracting(TextArea::getValue).containsExactly("", "合同已于三年前结束");
        assertThat(_find(RadioButtonGroup.class).get(1).getValue()).isEqualTo(Outcome.DELETE_NOW);
    }

    @Test
    void nobody_sees_anybody_elses_and_nothing_stays_longer_than_a_day() {
        TextArea field = new TextArea();
        RequestId request = view.request().id();
        Clock clock = mock(Clock.class);
        when(clock.instant()).thenReturn(Desks.NOW);
        KeptDrafts kept = new KeptDrafts();
        CaseDrafts drafts = new CaseDrafts(kept.store, clock);
        CaseDraft mine = drafts.of(Desks.ME, request);
        mine.keep("text", field);
        field.setValue("会泄露他人住址");
        assertThat(drafts.of(UUID.randomUUID(), request).keep("text", new TextArea()))
                .isFalse();
        assertThat(drafts.of(Desks.ME, request).keep("text", new TextArea())).isTrue();
        when(clock.instant()).thenReturn(Desks.NOW.plus(Duration.ofHours(25)));
        kept.kept.clear();
        assertThat(drafts.of(Desks.ME, request).keep("text", new TextArea())).isFalse();
    }

    @Test
    void it_outlives_a_restart_too_until_the_task_is_decided() {
        KeptDrafts kept = new KeptDrafts();
        RequestId request = view.request().id();
        UUID record = UUID.randomUUID();
        Clock clock = Clock.fixed(Desks.NOW, ChinaTime.ZONE);
        TextArea words = new TextArea();
        RadioButtonGroup<Outcome> outcome = new RadioButtonGroup<>("", Outcome.values());
        DatePicker until = new DatePicker();
        CaseDraft before = new CaseDrafts(kept.store, clock).of(Desks.ME, request);
        before.keep("words", words);
        before.keep("outcome", outcome);
        before.keep("until", until);
        words.setValue("合同还在履行😀");
        outcome.setValue(Outcome.REFUSE);
        until.setValue(LocalDate.of(2030, 1, 1));
        PendingChanges.Change change =
                PendingChanges.Change.of(Outcome.RESTRICT_STORAGE_ONLY, LocalDate.of(2031, 1, 1), "R13", "依法保存");
        before.changes().put(Set.of(record), change);

        CaseDrafts restarted = new CaseDrafts(kept.store, clock);
        CaseDraft after = restarted.of(Desks.ME, request);
        TextArea wordsAgain = new TextArea();
        RadioButtonGroup<Outcome> outcomeAgain = new RadioButtonGroup<>("", Outcome.values());
        DatePicker untilAgain = new DatePicker();
        assertThat(after.keep("words", wordsAgain)).isTrue();
        assertThat(after.keep("outcome", outcomeAgain)).isTrue();
        assertThat(after.keep("until", untilAgain)).isTrue();
        assertThat(wordsAgain.getValue()).isEqualTo("合同还在履行😀");
        assertThat(outcomeAgain.getValue()).isEqualTo(Outcome.REFUSE);
        assertThat(untilAgain.getValue()).isEqualTo(LocalDate.of(2030, 1, 1));
        assertThat(after.changes().of(record)).isEqualTo(change);

        kept.store.forgetAll(request);
        assertThat(restarted.of(Desks.ME, request).isEmpty())
                .as("ended with the decision of the task, wherever that was made")
                .isTrue();
    }

    @Test
    void what_has_ended_with_the_data_is_not_shown_again_nor_written_back_by_a_page_still_open() {
        KeptDrafts kept = new KeptDrafts();
        RequestId request = view.request().id();
        CaseDrafts drafts = new CaseDrafts(kept.store, Clock.fixed(Desks.NOW, ChinaTime.ZONE));
        TextArea open = new TextArea();
        drafts.of(Desks.ME, request).keep("words", open);
        open.setValue("她说门锁密码没有换");

        kept.kept.clear();
        open.setValue("她说门锁密码没有换，");

        assertThat(kept.kept).isEmpty();
        assertThat(drafts.of(Desks.ME, request).isEmpty()).isTrue();
    }

    private void review() {
        open(new ReviewPanel(pages, reasons), view, "review-decisions");
    }

    private void officer(CasePages officers, CaseView open) {
        open(new OfficerPanel(officers), open, "officer-decisions");
    }

    @SuppressWarnings("unchecked")
    private static void writeRefusal() {
        RadioButtonGroup<RefusalReason> reason = _get(RadioButtonGroup.class);
        reason.setValue(reason.getListDataView().getItem(0));
        _setValue(_get(TextArea.class), "会泄露他人住址");
    }

    private static String shown() {
        return UI.getCurrent().getElement().getTextRecursively();
    }

    private static void cancel() {
        _click(_get(Button.class, spec -> spec.withText("取消")));
    }
}
