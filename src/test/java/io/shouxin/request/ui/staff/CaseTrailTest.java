package io.shouxin.request.ui.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.record.Category;
import io.shouxin.request.CaseView;
import io.shouxin.request.ProcessTrace;
import io.shouxin.request.RequestOutcome;
import io.shouxin.testing.EmptyPage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyPage.class)
class CaseTrailTest {

    private static final List<String> UP_TO_DECISIONS =
            List.of("request-received", "verify-identity", "restrict-processing", "decide-records");

    @Test
    void a_returned_case_stands_at_the_review_with_the_second_one_still_to_come() {
        List<String> done = with(UP_TO_DECISIONS, "open-review", "open-second-review", "second-review");
        assertThat(steps(view(done, List.of("review-decisions"))))
                .containsSubsequence("done 逐条判定", "now 专员审核", "next 第二人复核", "next 各系统删除")
                .doesNotContain("done 第二人复核");
    }

    @Test
    void a_case_that_waits_for_the_client_again_goes_through_the_later_steps_again() {
        List<String> done = with(UP_TO_DECISIONS, "officer-decisions", "open-review", "review-decisions");
        assertThat(steps(view(done, List.of("verify-identity", "await-proof"))))
                .containsSubsequence("done 受理", "now 核验身份", "next 逐条判定", "next 专员审核", "next 第二人复核")
                .doesNotContain("done 负责人判定");
    }

    @Test
    void a_question_to_the_client_interrupts_the_review_and_undoes_nothing() {
        List<String> done = with(UP_TO_DECISIONS, "officer-decisions", "open-review", "review-decisions");
        CaseView view = view(done, List.of("verify-identity", "await-proof"));
        Desks.ask(view);
        assertThat(steps(view))
                .containsSubsequence("done 核验身份", "done 逐条判定", "done 负责人判定", "now 等客户回答", "next 第二人复核")
                .noneMatch(step -> step.startsWith("next ") && step.endsWith("判定"));
    }

    @Test
    void a_second_review_that_was_not_needed_is_not_told_as_to_come() {
        List<String> done = with(UP_TO_DECISIONS, "open-review", "review-decisions");
        assertThat(steps(view(done, List.of("begin-erasure"))))
                .containsSubsequence("done 专员审核", "now 各系统删除", "next 验证", "next 答复")
                .noneMatch(step -> step.endsWith("第二人复核"));
    }

    @Test
    void between_two_steps_the_status_of_the_case_says_where_it_stands() {
        assertThat(steps(view(List.of(), List.of()))).startsWith("now 受理", "next 核验身份");
    }

    @Test
    void a_closed_case_has_only_what_was_passed() {
        CaseView view = view(with(UP_TO_DECISIONS, "review-decisions"), List.of());
        view.request().close(RequestOutcome.NOTHING_HELD, Desks.NOW);
        assertThat(steps(view)).endsWith("done 专员审核", "done 答复").allMatch(step -> step.startsWith("done "));
    }

    @Test
    void somebody_on_no_file_was_neither_recognised_nor_was_anything_of_theirs_stopped() {
        CaseView view =
                Desks.nothingHeld(new ProcessTrace("deletion-request", UP_TO_DECISIONS, List.of("review-decisions")));
        assertThat(steps(view))
                .containsSubsequence("done 受理", "done 逐条判定", "now 专员审核")
                .noneMatch(step -> step.endsWith("核验身份") || step.endsWith("暂停使用"));
    }

    @Test
    void a_refused_case_was_never_erased() {
        CaseView view = view(with(UP_TO_DECISIONS, "review-decisions", "second-review", "begin-erasure"), List.of());
        view.request().close(RequestOutcome.REFUSED, Desks.NOW);
        assertThat(steps(view)).endsWith("done 第二人复核", "done 答复").noneMatch(step -> step.endsWith("各系统删除"));
    }

    private static List<String> with(List<String> some, String... more) {
        return java.util.stream.Stream.concat(some.stream(), java.util.stream.Stream.of(more))
                .toList();
    }

    private static List<String> steps(CaseView view) {
        return CaseTrail.of(view)
                .getChildren()
                .map(step -> step.getElement().getAttribute("class")
                        + " "
                        + step.getChildren()
                                .skip(1)
                                .findFirst()
                                .orElseThrow()
                                .getElement()
                                .getText())
                .toList();
    }

    private static CaseView view(List<String> done, List<String> current) {
        CaseView view = Desks.view(Desks.toDelete(Category.DEMAND));
        return new CaseView(
                view.request(),
                view.clock(),
                view.decisions(),
                view.events(),
                view.texts(),
                view.erasures(),
                view.documents(),
                new ProcessTrace("deletion-request", done, current));
    }
}
