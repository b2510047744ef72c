package io.shouxin.request.ui.staff;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import io.shouxin.deadline.ClockState;
import io.shouxin.deadline.ClockView;
import io.shouxin.deadline.Clocks;
import io.shouxin.deadline.DueDate;
import io.shouxin.deadline.Limb;
import io.shouxin.record.PeopleSearch;
import io.shouxin.request.AuthorityRules;
import io.shouxin.request.CaseView;
import io.shouxin.request.MissingProof;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestReader;
import io.shouxin.request.StaffDrafts;
import io.shouxin.shared.ui.DueBox;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.testing.EmptyPage;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(EmptyPage.class)
class NewRequestDoneTest {

    private static final LocalDate DUE = LocalDate.of(2026, 12, 4);

    private final RequestIntake intake = mock(RequestIntake.class);

    @Test
    void who_is_known_is_promised_the_date_alone() {
        confirm(MissingProof.NOTHING);
        assertThat(_find(Notice.class)).hasSize(1);
        assertThat(due()).contains("最晚答复", "12 月 4 日").doesNotContain("如果");
    }

    @ParameterizedTest
    @CsvSource({"CODE, 一次性验证码", "STRONG, 证件号码后 6 位"})
    void while_the_client_owes_proof_the_case_is_said_to_rest_and_the_date_depends_on_it(
            MissingProof missing, String proof) {
        confirm(missing);
        assertThat(notice()).contains("身份还没有核验", "已暂停", proof, "收件箱");
        assertThat(due()).contains("如果今天核验身份", "12 月 4 日");
    }

    @Test
    void a_call_that_the_firm_owes_is_named_and_the_date_stands() {
        confirm(MissingProof.CALL);
        assertThat(notice()).contains("请给客户回电", "照常计时").doesNotContain("暂停");
        assertThat(due()).doesNotContain("如果");
    }

    @Test
    void a_case_that_fell_to_another_branch_is_said_to_be_theirs_and_not_linked() {
        confirm(MissingProof.STRONG, Set.of(UUID.randomUUID()));
        assertThat(notice()).contains("这件由浦东一店办理", "您的收件箱和案件列表里没有这件");
        assertThat(_find(Notice.class).get(2).getElement().getTextRecursively())
                .contains("请告诉经办门店")
                .doesNotContain("收件箱");
        assertThat(_find(RouteLink.class)).isEmpty();
        assertThat(_find(PdfLink.class)).hasSize(2);
    }

    @Test
    void a_case_of_ones_own_branch_is_linked() {
        confirm(MissingProof.NOTHING);
        assertThat(_find(RouteLink.class)).hasSize(1);
    }

    private void confirm(MissingProof missing) {
        confirm(missing, Set.of(Desks.BRANCH));
    }

    private void confirm(MissingProof missing, Set<UUID> ownBranches) {
        CaseView view = Desks.view();
        when(intake.missingProof(view.request().id())).thenReturn(missing);
        ClockView clock = mock(ClockView.class);
        when(clock.state()).thenReturn(ClockState.RUNNING);
        when(clock.due())
                .thenReturn(new DueDate(
                        DUE,
                        Limb.WORKING_DAYS,
                        false,
                        new DueDate.Explanation(LocalDate.of(2026, 11, 13), 15, 30, DUE, null, false, 0)));
        Clocks clocks = mock(Clocks.class);
        when(clocks.view(any())).thenReturn(clock);
        NewRequestView page = new NewRequestView(
                intake,
                mock(RequestReader.class),
                mock(PeopleRows.class),
                mock(PeopleSearch.class),
                clocks,
                Desks.pages(view, mock(RequestReader.class), ownBranches),
                mock(StaffDrafts.class),
                mock(AuthorityRules.class));
        UI.getCurrent().add(page);
        page.done(view.request());
    }

    private static String notice() {
        return _find(Notice.class).get(1).getElement().getTextRecursively();
    }

    private static String due() {
        return _get(DueBox.class).getElement().getTextRecursively();
    }
}
