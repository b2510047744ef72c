package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.record.Category;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A clerk notes what a client showed or said, or that nobody was reached. */
class ProofPanelTest extends PanelTest {

    @Test
    void a_clerk_is_told_at_once_that_both_way_and_words_of_a_proof_are_missing() {
        CaseView view = Desks.view(Desks.toDelete(Category.DEMAND));
        proof(view, "await-proof");
        press("A");
        assertThat(_get(RadioButtonGroup.class).isInvalid()).isTrue();
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
    }

    @Test
    void an_answer_by_telephone_is_written_down_without_proving_the_identity_again() {
        CaseView view = Desks.view(Desks.toDelete(Category.DEMAND));
        Desks.ask(view);
        Component page = proof(view, "await-proof");
        assertThat(page.getElement().getTextRecursively()).contains("等客户回答").doesNotContain("确认身份");
        press("A");
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        assertThat(inbox.decided).isEmpty();
        _setValue(_get(TextArea.class), "来电说没有欠费");
        press("A");
        assertThat(inbox.decided).containsExactly(Map.of("outcome", "PROOF_SEEN", "text", "来电说没有欠费"));
    }

    @Test
    void a_call_in_vain_is_written_down_before_the_client_is_asked() {
        CaseView view = Desks.view(Desks.toDelete(Category.DEMAND));
        proof(view, "call-client");
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
        proof(view, "await-proof");
        _setValue(_get(TextArea.class), "无人接听");
        press("N");
        assertThat(inbox.decided).isEmpty();
    }

    @Test
    void nobody_is_asked_to_compare_a_stranger_with_a_file() {
        proof(Desks.view(null, Channel.PORTAL), "await-proof");
        assertThat(_get(TextArea.class).getHelperText()).contains("没有可比对的登记").doesNotContain("一致");
    }

    private Component proof(CaseView view, String kind) {
        return open(new ProofPanel(Desks.pages(view)), view, kind);
    }
}
