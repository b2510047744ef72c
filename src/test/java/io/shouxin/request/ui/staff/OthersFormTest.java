package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.request.AskedNeed;
import io.shouxin.request.AskedPaper;
import io.shouxin.request.AuthorityRules;
import io.shouxin.request.Capacity;
import io.shouxin.request.Need;
import io.shouxin.request.OnBehalf;
import io.shouxin.request.Paper;
import io.shouxin.request.Ward;
import io.shouxin.testing.EmptyPage;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyPage.class)
class OthersFormTest {

    private final AuthorityRules rules = mock(AuthorityRules.class);
    private OthersForm form;

    @BeforeEach
    void openForm() {
        when(rules.papers(any(), any(), anyBoolean()))
                .thenReturn(
                        AskedNeed.of(List.of(new AskedPaper(Need.POWER, Paper.POWER_OF_ATTORNEY, "A", "law", "V1"))));
        form = new OthersForm(rules);
        UI.getCurrent().add(form);
    }

    @Test
    void whoever_asks_for_themselves_is_asked_nothing_more() {
        assertThat(_find(TextField.class)).isEmpty();
        assertThat(form.read()).isNull();
        assertThat(form.draft()).isNull();
        assertThat(problems()).isEmpty();
    }

    @Test
    void a_guardian_says_who_the_ward_is_and_the_date_is_that_of_a_minor() {
        as(Capacity.GUARDIAN);
        assertThat(problems()).contains("请选择被监护人的情况。", "请填写您自己的姓名和手机号。", "请填写对方的姓名。");
        _setValue(groups().get(1), Ward.UNDER_14);
        assertThat(form.clockType()).isEqualTo("MINOR");
        _setValue(groups().get(1), Ward.ADULT);
        assertThat(form.clockType()).isEqualTo("DELETION");
    }

    @Test
    void the_papers_that_are_needed_are_listed_at_once() {
        as(Capacity.AGENT);
        assertThat(form.getElement().getTextRecursively()).contains("本人的授权：授权委托书");
    }

    @Test
    void a_relative_says_their_own_interest_and_it_is_kept_as_said() {
        as(Capacity.RELATIVE);
        fill();
        assertThat(problems()).containsExactly("近亲属请写明自身的合法、正当利益；其他身份不填。");
        _setValue(_find(TextArea.class).get(0), "避免被冒用");
        assertThat(problems()).isEmpty();
        OnBehalf said = Objects.requireNonNull(form.read());
        assertThat(said.interest()).isEqualTo("避免被冒用");
        assertThat(said.person().name()).isEqualTo("张明");
        assertThat(form.requesterPhone()).isEqualTo("13612340001");
    }

    @Test
    void what_was_entered_is_taken_up_again() {
        as(Capacity.AGENT);
        fill();
        OthersForm.Draft left = Objects.requireNonNull(form.draft());
        OthersForm again = new OthersForm(rules);
        again.restore(left);
        assertThat(again.read()).isEqualTo(form.read());
    }

    private void fill() {
        List<TextField> fields = _find(TextField.class);
        _setValue(fields.get(0), "赵芳");
        _setValue(fields.get(1), "13612340001");
        _setValue(fields.get(2), "张明");
    }

    private List<String> problems() {
        FieldChecks checks = new FieldChecks();
        form.check(checks);
        return checks.problems();
    }

    private void as(Capacity capacity) {
        _setValue(groups().get(0), capacity);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<RadioButtonGroup<Object>> groups() {
        return (List) _find(RadioButtonGroup.class);
    }
}
