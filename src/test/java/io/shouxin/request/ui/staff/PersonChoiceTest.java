package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.record.PeopleSearch;
import io.shouxin.request.ui.staff.PersonChoice.Candidate;
import io.shouxin.shared.InvalidInput;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonChoiceTest {

    @BeforeEach
    void startVaadin() {
        MockVaadin.setup();
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void stopVaadin() {
        MockVaadin.tearDown();
    }

    @Test
    void a_number_that_cannot_be_read_is_refused_at_its_field_until_it_is_corrected() {
        PersonChoice who = somebodyUnknown();
        TextField phone = _find(who, TextField.class).get(2);
        _setValue(phone, "138 0001");
        assertThatThrownBy(who::requireChoice).isInstanceOf(InvalidInput.class);
        assertThat(phone.isInvalid()).isTrue();
        assertThat(phone.getErrorMessage()).startsWith("这不是一个完整的电话号码");

        _setValue(phone, "138 0001 0001");
        assertThatCode(who::requireChoice).doesNotThrowAnyException();
        assertThat(phone.isInvalid()).isFalse();
    }

    @Test
    void no_number_is_no_fault() {
        assertThatCode(somebodyUnknown()::requireChoice).doesNotThrowAnyException();
    }

    @Test
    void what_was_told_of_nobody_being_chosen_goes_with_the_search() {
        PersonChoice who = new PersonChoice(mock(PeopleRows.class), mock(PeopleSearch.class));
        Div problems = new Div(new Span("请先查找并选择是谁的申请。"));
        who.onSearch(problems::removeAll);
        UI.getCurrent().add(who, problems);
        assertThatThrownBy(who::requireChoice).isInstanceOf(InvalidInput.class);
        TextField query = _find(who, TextField.class).get(0);
        assertThat(query.isInvalid()).isTrue();

        _setValue(query, "某人");
        _click(_get(who, Button.class));
        assertThat(query.isInvalid()).isFalse();
        assertThat(_get(who, RadioButtonGroup.class).isInvalid()).isFalse();
        assertThat(problems.getChildren()).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static PersonChoice somebodyUnknown() {
        PersonChoice who = new PersonChoice(mock(PeopleRows.class), mock(PeopleSearch.class));
        UI.getCurrent().add(who);
        _setValue(_find(who, TextField.class).get(0), "某人");
        _click(_get(who, Button.class));
        RadioButtonGroup<Candidate> found = _get(who, RadioButtonGroup.class);
        _setValue(found, found.getListDataView().getItem(0));
        return who;
    }
}
