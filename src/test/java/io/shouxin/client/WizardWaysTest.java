package io.shouxin.client;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The numbers of the steps of a request for deletion, and the ways back. */
class WizardWaysTest extends ClientPages {

    @Autowired
    WizardWaysTest(ApplicationContext context) {
        super(context);
    }

    @Test
    void a_total_of_steps_never_changes_on_the_way() {
        TestFirm.Client client = firm.client("steps", null);
        signIn(client.phone(), "delete");
        assertThat(steps()).isEqualTo("第 1 步");
        chooseSome();
        assertThat(steps()).isEqualTo("第 1 步（续）");
        _setValue(categories(), Set.of(Category.DEMAND));
        click("继续");
        assertThat(steps()).isEqualTo("第 2 步，共 4 步");
        click("继续");
        assertThat(steps()).isEqualTo("第 3 步，共 4 步");
        click("可以，继续");
        assertThat(steps()).isEqualTo("第 4 步，共 4 步");
        BrowserlessPages.go("delete");
        assertThat(steps()).isEqualTo("第 1 步");
        chooseEverything();
        assertThat(steps()).isEqualTo("第 2 步，共 5 步");
        click("继续");
        click("可以，继续");
        assertThat(steps()).isEqualTo("第 4 步，共 5 步");
        _setValue(_get(TextField.class), client.idNumber().substring(12));
        click("核对");
        assertThat(steps()).isEqualTo("第 5 步，共 5 步");
    }

    @Test
    void a_total_that_every_answer_leads_to_stands_on_the_first_page() {
        TestFirm.Client client = firm.quietClient("steps-known");
        firm.store(client, Category.CONTACT, Classification.POLICY_SENSITIVE, Map.of("NAME", "金丝雀"));
        signIn(client.phone(), "delete");
        assertThat(steps()).isEqualTo("第 1 步，共 5 步");
    }

    @Test
    void a_choice_that_is_missing_is_told_above_the_rows_and_at_their_group() {
        TestFirm.Client client = firm.client("nothing-ticked", null);
        signIn(client.phone(), "delete");
        click("继续");
        assertThat(_get(ErrorBox.class).getElement().getTextRecursively()).contains("请选择一项");
        chooseSome();
        click("继续");
        ErrorBox told = _get(ErrorBox.class);
        assertThat(told.getElement().getTextRecursively()).contains("请至少选择一类");
        Component place = told.getParent().orElseThrow();
        List<Component> parts = place.getParent().orElseThrow().getChildren().toList();
        assertThat(parts.indexOf(place)).isNotNegative().isLessThan(parts.indexOf(categories()));
        assertThat(categories().isInvalid()).isTrue();
        assertThat(categories().getErrorMessage()).contains("请至少选择一类");
        _setValue(categories(), Set.of(Category.DEMAND));
        assertThat(_find(ErrorBox.class)).isEmpty();
        assertThat(categories().isInvalid()).isFalse();
    }

    @Test
    void back_leads_to_the_step_before_also_after_the_proof() {
        TestFirm.Client client = firm.client("back", null);
        signIn(client.phone(), "delete");
        upToTheProof();
        _setValue(_get(TextField.class), client.idNumber().substring(12));
        click("核对");
        assertThat(title()).isEqualTo("请核对您的回答");
        back();
        assertThat(title()).isEqualTo("请再核对一项");
        assertThat(BrowserlessPages.text()).contains("已经核对过了", "证件号码后 6 位");
        back();
        assertThat(title()).isEqualTo("这样处理，可以吗？");
        click("可以，继续");
        click("继续");
        assertThat(title()).isEqualTo("请核对您的回答");
    }

    @Test
    void back_leads_to_the_summary_from_what_was_opened_there() {
        TestFirm.Client client = firm.client("back-summary", null);
        signIn(client.phone(), "delete");
        upToTheSummary();
        for (int row = 0; row < 3; row++) {
            _click(_find(Button.class, spec -> spec.withText("修改")).get(row));
            assertThat(title()).isNotEqualTo("请核对您的回答");
            back();
            assertThat(title()).isEqualTo("请核对您的回答");
        }
        _click(_find(Button.class, spec -> spec.withText("修改")).get(0));
        click("继续");
        assertThat(title()).isEqualTo("请选择要删除的类别");
        back();
        assertThat(title()).isEqualTo("您想删除哪些信息？");
        back();
        assertThat(title()).isEqualTo("请核对您的回答");
    }

    @Test
    void where_nothing_can_be_asked_the_step_is_headed_by_the_call() {
        TestFirm.Client client = firm.quietClient("call-heading");
        signIn(client.phone(), "delete");
        upToTheProof();
        assertThat(title()).isEqualTo("我们会给您回电话核对");
    }

    @Test
    void back_leads_to_the_step_before_where_a_call_was_chosen() {
        TestFirm.Client client = firm.client("back-call", null);
        signIn(client.phone(), "delete");
        upToTheProof();
        click("请给我回电话");
        back();
        assertThat(title()).isEqualTo("请再核对一项");
    }

    private static void back() {
        BrowserlessPages.go(_get(RouteLink.class, spec -> spec.withText("返回")).getHref());
    }

    private static String steps() {
        return _get(Paragraph.class, spec -> spec.withClasses("above")).getText();
    }
}
