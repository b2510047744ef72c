package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.record.Category;
import io.shouxin.request.CaseView;
import io.shouxin.request.RecordDecision;
import io.shouxin.retention.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The officer answers what the rules leave open. */
class OfficerPanelTest extends PanelTest {

    @Test
    @SuppressWarnings("unchecked")
    void the_officer_answers_each_open_record_once_for_all_that_are_alike() {
        RecordDecision one = Desks.open(Category.SERVICE);
        RecordDecision two = Desks.open(Category.SERVICE);
        CaseView view = Desks.view(one, two);
        Component page = officer(view);
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
        officer(view);
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
        officer(view);
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
        officer(view);
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
    void the_question_about_an_open_record_is_put_to_the_officer_once() {
        CaseView view = Desks.view(Desks.open(Category.SERVICE));
        Component page = officer(view);
        assertThat(page.getElement().getTextRecursively()).containsOnlyOnce("请查明何时结束");
    }

    private Component officer(CaseView view) {
        return open(new OfficerPanel(Desks.pages(view)), view, "officer-decisions");
    }
}
