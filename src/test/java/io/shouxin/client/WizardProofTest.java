package io.shouxin.client;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.shared.ui.CodeField;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The question by which a client proves who they are before everything is deleted. */
class WizardProofTest extends ClientPages {

    @Autowired
    WizardProofTest(ApplicationContext context) {
        super(context);
    }

    @Test
    void a_proof_of_the_wrong_length_is_told_so_and_costs_no_try() {
        TestFirm.Client client = firm.client("proof-length", null);
        signIn(client.phone(), "delete");
        upToTheProof();
        for (int i = 0; i < 6; i++) {
            _setValue(_get(TextField.class), "1234");
            click("核对");
            assertThat(_get(TextField.class).getErrorMessage()).isEqualTo("请填 6 位，这里是 4 位");
        }
        _setValue(_get(TextField.class), "000000");
        click("核对");
        assertThat(BrowserlessPages.text()).contains("没有对上", "还可以试 4 次");
        assertThat(_get(TextField.class).isInvalid()).isTrue();
        assertThat(_get(TextField.class).getErrorMessage()).isEqualTo("没有对上");
    }

    @Test
    void a_call_and_a_visit_are_offered_and_a_visit_is_never_demanded() {
        TestFirm.Client client = firm.client("proof-visit", null);
        signIn(client.phone(), "delete");
        upToTheProof();
        assertThat(BrowserlessPages.text())
                .contains("可以请我们回拨您登记的号码核对", "也可以到店出示证件，但不是必须")
                .doesNotContain("请到店", "必须到店", "需要到店");

        freshBrowser();
        TestFirm.Client quiet = firm.quietClient("proof-visit-quiet");
        signIn(quiet.phone(), "delete");
        upToTheProof();
        assertThat(BrowserlessPages.text())
                .as("where nothing can be asked")
                .contains("工作人员会回拨您登记的号码核对身份", "您也可以带证件到任一门店，但这不是必须的");
    }

    @Test
    void after_the_last_try_only_the_call_is_offered() {
        TestFirm.Client client = firm.client("proof-locked", null);
        signIn(client.phone(), "delete");
        upToTheProof();
        for (int i = 0; i < 5; i++) {
            _setValue(_get(TextField.class), "000000");
            click("核对");
        }
        assertThat(BrowserlessPages.text()).contains("核对次数太多");
        assertThat(_find(Button.class, spec -> spec.withText("核对"))).isEmpty();
        assertThat(button("请给我回电话").getThemeNames()).contains("primary");
        click("请给我回电话");
        assertThat(title()).isEqualTo("请核对您的回答");
    }

    @Test
    void a_wrong_answer_is_forgotten_with_its_question() {
        TestFirm.Client client = firm.client("other-question", null);
        signIn(client.phone(), "delete");
        upToTheProof();
        _setValue(_get(TextField.class), "000000");
        click("核对");
        assertThat(BrowserlessPages.text()).contains("没有对上");
        RadioButtonGroup<Object> which = scope();
        _setValue(which, which.getListDataView().getItem(1));
        assertThat(BrowserlessPages.text()).doesNotContain("没有对上");
    }

    @Test
    void what_goes_wrong_is_said_in_english_with_what_to_do_and_what_was_answered_stays() {
        TestFirm.Client client = firm.client("english-errors", null);
        UI.getCurrent().setLocale(Locale.ENGLISH);
        BrowserlessPages.go("signin?next=delete");
        _setValue(_get(TextField.class), "12");
        click("Send me a code");
        assertThat(_get(TextField.class).getErrorMessage()).contains("has 11 digits", "only 2");
        assertThat(_get(TextField.class).getValue()).isEqualTo("12");
        _setValue(_get(TextField.class), client.phone());
        click("Send me a code");
        String right = newestCode();
        _setValue(_get(CodeField.class), right.equals("000000") ? "111111" : "000000");
        click("Continue");
        assertThat(BrowserlessPages.text()).contains("That code is not right", "look at the newest message", "4 more");
        _setValue(_get(CodeField.class), right);
        click("Continue");
        click("Continue");
        assertThat(scope().getErrorMessage()).isEqualTo("Please choose one");
        _setValue(scope(), scope().getListDataView().getItem(0));
        click("Continue");
        TextArea note = _get(TextArea.class);
        _setValue(note, "x".repeat(10_001));
        click("Continue");
        assertThat(note.getErrorMessage()).contains("10,000 characters", "1 too many", "still here");
        _setValue(note, "soon, please");
        click("Continue");
        click("Yes, continue");
        _setValue(_get(TextField.class), "000000");
        click("Check");
        assertThat(BrowserlessPages.text())
                .contains("That does not match", "tries left: 4")
                .doesNotContain("!");
        BrowserlessPages.go("delete/note");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("soon, please");
    }
}
