package io.shouxin.request.ui.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import io.shouxin.inbox.Deciders;
import io.shouxin.inbox.ui.TaskPanel;
import io.shouxin.record.Category;
import io.shouxin.request.CaseView;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestStatus;
import io.shouxin.shared.Role;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said, in both languages, where nobody is or will be left to confirm a case. */
class NobodyLeftWordsTest extends PanelTest {

    private final Deciders deciders = mock(Deciders.class);

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 目前没有人可以复核这件申请, 加上“复核员”岗位和门店“浦东一店”",
        "en, Nobody may review this request at present, the role Reviewer and the branch 浦东一店"
    })
    void the_second_person_s_page_says_who_is_needed_and_what_to_do(String language, String what, String help) {
        speak(language);
        CaseView view = secondReview();
        when(deciders.nobodyLeft(view.request().id().value())).thenReturn(true);
        assertThat(page(new SecondReviewPanel(pages(view), reasons), view, "second-review"))
                .contains(what, help);
    }

    @Test
    void where_somebody_is_left_nothing_is_said() {
        CaseView view = secondReview();
        assertThat(page(new SecondReviewPanel(pages(view), reasons), view, "second-review"))
                .doesNotContain("没有人可以复核");
        CaseView open = Desks.view(Desks.open(Category.SERVICE));
        assertThat(page(new OfficerPanel(pages(open)), open, "officer-decisions"))
                .doesNotContain("没有人可以复核");
        assertThat(pages(open).onlyReviewer()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 除您以外，目前没有人可以复核这件, 您可以照常判定",
        "en, Nobody but you may review this case at present, You can decide all the same"
    })
    void the_officer_learns_before_deciding_that_nobody_else_could_confirm(
            String language, String what, String calmly) {
        speak(language);
        CaseView view = Desks.view(Desks.open(Category.SERVICE));
        when(deciders.nobodyBesides(
                        Desks.ME, "second-review", view.request().id().value(), Desks.BRANCH))
                .thenReturn(true);
        assertThat(page(new OfficerPanel(pages(view)), view, "officer-decisions"))
                .contains(what, calmly);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 您是浦东一店唯一的复核员, 您可以照常登记", "en, You are the only reviewer of 浦东一店, You can go on"})
    void the_only_reviewer_of_a_branch_learns_it_before_entering_a_request(
            String language, String what, String calmly) {
        speak(language);
        when(deciders.isOnly(any(UUID.class), any(Role.class), any(UUID.class))).thenReturn(true);
        assertThat(pages(Desks.view()).onlyReviewer().orElseThrow().getElement().getTextRecursively())
                .contains(what, calmly);
    }

    private static CaseView secondReview() {
        CaseView view = Desks.view(Desks.toDelete(Category.DEMAND));
        view.request().moveTo(RequestStatus.REVIEW);
        view.request().moveTo(RequestStatus.SECOND_REVIEW);
        return view;
    }

    private CasePages pages(CaseView view) {
        return Desks.pages(view, mock(RequestReader.class), Set.of(Desks.BRANCH), deciders);
    }

    private String page(TaskPanel panel, CaseView view, String kind) {
        return open(panel, view, kind).getElement().getTextRecursively();
    }

    private static void speak(String language) {
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
    }
}
