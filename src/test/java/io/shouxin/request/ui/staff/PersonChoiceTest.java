package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.record.PeopleSearch;
import io.shouxin.request.OtherBranchEntry;
import io.shouxin.request.ui.staff.PersonChoice.Candidate;
import io.shouxin.testing.EmptyPage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyPage.class)
class PersonChoiceTest {

    @Test
    void a_number_that_cannot_be_read_is_refused_at_its_field_until_it_is_corrected() {
        PersonChoice who = somebodyUnknown();
        TextField phone = _find(who, TextField.class).get(2);
        _setValue(phone, "138 0001");
        assertThat(problems(who)).isNotEmpty();
        assertThat(phone.isInvalid()).isTrue();
        assertThat(phone.getErrorMessage()).startsWith("这不是一个完整的电话号码");

        _setValue(phone, "138 0001 0001");
        assertThat(problems(who)).isEmpty();
        assertThat(phone.isInvalid()).isFalse();
    }

    @Test
    void a_name_without_a_number_is_no_fault_but_neither_of_them_is() {
        PersonChoice who = somebodyUnknown();
        assertThat(problems(who)).containsExactly("请填写姓名或电话，否则无法答复。");
        _setValue(_find(who, TextField.class).get(1), "某人");
        assertThat(problems(who)).isEmpty();
    }

    @Test
    void the_number_that_was_searched_is_the_strangers_number() {
        PersonChoice who = search("138 0001 0099");
        choose(who, 0);
        assertThat(_find(who, TextField.class).get(2).getValue()).isEqualTo("13800010099");
        assertThat(who.phone()).isEqualTo("13800010099");
    }

    @Test
    void an_incomplete_number_finds_nobody_and_makes_nobody_a_stranger() {
        PersonChoice who = search("139");
        assertThat(_find(who, RadioButtonGroup.class)).isEmpty();
        assertThat(_find(who, TextField.class).get(0).getErrorMessage()).contains("不完整");
        assertThat(problems(who)).isNotEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void somebody_from_another_page_is_named_masked() {
        PeopleRows people = mock(PeopleRows.class);
        UUID subject = UUID.randomUUID();
        when(people.label(eq(subject), any())).thenReturn("王** · 130****0413 · 客户 · 6 条记录");
        PersonChoice who = new PersonChoice(people, mock(PeopleSearch.class));
        UI.getCurrent().add(who);
        who.choose(subject);
        RadioButtonGroup<Candidate> found = _get(who, RadioButtonGroup.class);
        assertThat(found.getItemLabelGenerator().apply(found.getValue())).startsWith("王** · 130****0413");
    }

    @Test
    void what_was_told_of_nobody_being_chosen_goes_with_the_search() {
        PersonChoice who = new PersonChoice(mock(PeopleRows.class), mock(PeopleSearch.class));
        Div problems = new Div(new Span("请先查找并选择是谁的申请。"));
        who.onSearch(problems::removeAll);
        UI.getCurrent().add(who, problems);
        assertThat(problems(who)).containsExactly("请先查找并选择是谁的申请。");
        TextField query = _find(who, TextField.class).get(0);
        assertThat(query.isInvalid()).isTrue();

        _setValue(query, "某人");
        _click(_get(who, Button.class));
        assertThat(query.isInvalid()).isFalse();
        assertThat(_get(who, RadioButtonGroup.class).isInvalid()).isFalse();
        assertThat(problems.getChildren()).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void somebody_of_another_branch_is_entered_with_name_purpose_and_reason_and_nothing_is_shown_of_them() {
        PeopleRows people = mock(PeopleRows.class);
        when(people.knownElsewhere("138 0001 0099")).thenReturn(true);
        PersonChoice who = new PersonChoice(people, mock(PeopleSearch.class));
        UI.getCurrent().add(who);
        _setValue(_find(who, TextField.class).get(0), "138 0001 0099");
        _click(_get(who, Button.class));
        assertThat(who.getElement().getTextRecursively()).doesNotContain("门店一", "****");
        choose(who, 0);
        assertThat(who.isElsewhere()).isTrue();
        assertThat(who.subject()).isNull();
        assertThat(_find(who, TextField.class).get(2).isReadOnly())
                .as("the number by which they are known")
                .isTrue();
        assertThat(problems(who)).hasSize(3);

        _setValue(_find(who, TextField.class).get(1), "王小明");
        RadioButtonGroup<OtherBranchEntry.Purpose> purpose =
                _get(who, RadioButtonGroup.class, spec -> spec.withLabel("目的"));
        _setValue(purpose, OtherBranchEntry.Purpose.OWN_REQUEST);
        _setValue(_get(who, TextArea.class), "客户本人到店");
        assertThat(problems(who)).isEmpty();
        assertThat(who.otherBranch())
                .hasValue(new OtherBranchEntry(OtherBranchEntry.Purpose.OWN_REQUEST, "客户本人到店", ""));
        assertThat(who.phone()).isEqualTo("13800010099");
    }

    private static List<String> problems(PersonChoice who) {
        FieldChecks checks = new FieldChecks();
        who.check(checks);
        return checks.problems();
    }

    private static PersonChoice somebodyUnknown() {
        PersonChoice who = search("某人");
        choose(who, 0);
        return who;
    }

    private static PersonChoice search(String typed) {
        PersonChoice who = new PersonChoice(mock(PeopleRows.class), mock(PeopleSearch.class));
        UI.getCurrent().add(who);
        _setValue(_find(who, TextField.class).get(0), typed);
        _click(_get(who, Button.class));
        return who;
    }

    @SuppressWarnings("unchecked")
    private static void choose(PersonChoice who, int item) {
        RadioButtonGroup<Candidate> found = _get(who, RadioButtonGroup.class);
        _setValue(found, found.getListDataView().getItem(item));
    }
}
