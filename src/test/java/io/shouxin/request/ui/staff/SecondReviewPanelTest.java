package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.record.Category;
import io.shouxin.request.Authority;
import io.shouxin.request.AuthorityView;
import io.shouxin.request.Capacity;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.OnBehalf;
import io.shouxin.request.ProofFiles;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.RequestType;
import io.shouxin.request.SubjectRequest;
import io.shouxin.retention.Outcome;
import io.shouxin.shared.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A case before the second person: what the first decided, and sending it back. */
class SecondReviewPanelTest extends PanelTest {

    @Test
    void the_second_person_sees_what_the_rules_wanted_beside_a_refusal() {
        CaseView view = Desks.view(Desks.toDelete(Category.DEMAND), Desks.keptByLaw(LocalDate.of(2036, 3, 15)));
        view.request().moveTo(RequestStatus.REVIEW);
        view.request().refuse("R13");
        Component page = secondReview(view);
        assertThat(page.getElement().getTextRecursively()).contains("随整个申请拒绝", "规则：删除", "规则：限存至 2036 年 3 月 15 日");
    }

    @Test
    void the_second_person_reads_what_was_answered() {
        CaseView view = Desks.returned("已核对，期限无误");
        Component page = secondReview(view);
        assertThat(page.getElement().getTextRecursively()).contains("这件曾被退回：期限请再核对", "专员的答复：已核对，期限无误");
    }

    @Test
    void the_second_person_is_told_that_the_one_who_decided_checked_the_identity() {
        UUID clerk = UUID.randomUUID();
        CaseEvent reviewed = new CaseEvent(Desks.NOW, CaseEvent.Kind.REVIEWED, Actor.Kind.STAFF, clerk, "APPROVED");
        CaseView view = Desks.view(Desks.toDelete(Category.DEMAND));
        String words = "身份由作出决定的同一位同事核对，因此须由另一位同事确认";
        assertThat(secondReview(Desks.after(view, Desks.vouched(clerk), reviewed))
                        .getElement()
                        .getTextRecursively())
                .contains(words);
        assertThat(secondReview(Desks.after(view, Desks.vouched(UUID.randomUUID()), reviewed))
                        .getElement()
                        .getTextRecursively())
                .doesNotContain(words);
    }

    @Test
    void the_second_person_is_told_that_nobody_could_tell_the_person_of_the_agent() {
        SubjectRequest asked = SubjectRequest.receive(
                new RequestId(UUID.randomUUID()),
                "SC-2026-000484",
                RequestType.DELETION,
                Capacity.AGENT,
                UUID.randomUUID(),
                Desks.BRANCH,
                Channel.PORTAL,
                "zh",
                null,
                Desks.NOW,
                Desks.NOW);
        CaseView other = Desks.view(Desks.toDelete(Category.DEMAND));
        CaseView view = new CaseView(
                asked, null, other.decisions(), List.of(), other.texts(), List.of(), List.of(), other.trace());
        CaseEvent told = new CaseEvent(Desks.NOW, CaseEvent.Kind.PERSON_TOLD, Actor.Kind.SYSTEM, null, null);

        assertThat(secondReview(Desks.after(view, told)).getElement().getTextRecursively())
                .doesNotContain("本人没有收到通知");
        assertThat(secondReview(view).getElement().getTextRecursively()).contains("本人没有收到通知");
    }

    @Test
    void what_a_person_decided_is_told_by_their_reason_and_the_rule_is_folded() {
        CaseText why = new CaseText(UUID.randomUUID(), CaseText.Kind.REASON, "反洗钱法从旧", Desks.NOW, Desks.ME);
        RecordDecision open = Desks.open(Category.TRANSACTION);
        RecordDecision decided =
                open.changed(Outcome.RESTRICT_STORAGE_ONLY, LocalDate.of(2031, 11, 1), Desks.ME, why.id(), "R4");
        Component page = secondReview(Desks.written(Desks.view(decided), List.of(why)));

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
    void the_second_person_returns_a_case_only_with_words() {
        CaseView view = Desks.view(Desks.keptByLaw(LocalDate.of(2036, 3, 15)));
        secondReview(view);
        press("R");
        _click(_find(Button.class, spec -> spec.withText("退回")).get(0));
        assertThat(inbox.decided).isEmpty();
        press("A");
        assertThat(inbox.decided).isEmpty();
    }

    @Test
    void what_is_to_be_looked_at_again_is_asked_only_where_authority_was_vouched_for() {
        CaseView view = Desks.view(Desks.keptByLaw(LocalDate.of(2036, 3, 15)));
        secondReview(view);
        press("R");
        assertThat(_find(RadioButtonGroup.class)).isEmpty();

        RequestId id = view.request().id();
        OnBehalf claim = new OnBehalf(Capacity.AGENT, null, false, new OnBehalf.Person("张小明", "", ""), "", "");
        Authority confirmed = Authority.claimed(id, claim, true);
        confirmed.confirm(List.of(), Map.of(), Desks.ME, Desks.NOW);
        UI.getCurrent().removeAll();
        open(
                new SecondReviewPanel(
                        Desks.pages(view, mock(ProofFiles.class), new AuthorityView(confirmed, List.of(), false)),
                        reasons),
                view,
                "second-review");
        press("R");
        @SuppressWarnings("unchecked")
        RadioButtonGroup<String> matter = _get(RadioButtonGroup.class);
        _setValue(matter, "AUTHORITY");
        _setValue(_get(TextArea.class), "委托书是伪造的");
        _click(_find(Button.class, spec -> spec.withText("退回")).stream()
                .filter(button -> button.getThemeNames().contains("primary"))
                .findFirst()
                .orElseThrow());
        assertThat(inbox.decided).singleElement().satisfies(fields -> assertThat(fields)
                .containsEntry("outcome", "RETURNED")
                .containsEntry("matter", "AUTHORITY"));
    }

    @Test
    void the_button_and_what_is_told_tell_a_refusal_from_a_deletion() {
        CaseView refused = Desks.view(Desks.toDelete(Category.DEMAND));
        refused.request().moveTo(RequestStatus.REVIEW);
        refused.request().refuse("R13");
        assertThat(secondReview(refused).getElement().getTextRecursively())
                .contains("复核同意拒绝")
                .doesNotContain("开始删除");
        press("A");
        assertThat(inbox.courses).containsExactly("refusal");
    }

    @Test
    void the_button_says_whether_anything_is_erased() {
        CaseView both = Desks.view(Desks.toDelete(Category.DEMAND), Desks.keptByLaw(LocalDate.of(2036, 3, 15)));
        assertThat(secondReview(both).getElement().getTextRecursively()).contains("复核同意，开始删除");
        assertThat(secondReview(Desks.view(Desks.keptByLaw(LocalDate.of(2036, 3, 15))))
                        .getElement()
                        .getTextRecursively())
                .contains("复核同意，不删除");
    }

    private Component secondReview(CaseView view) {
        return open(new SecondReviewPanel(Desks.pages(view), reasons), view, "second-review");
    }
}
