package io.shouxin.deadline.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestStatus;
import io.shouxin.shared.Role;
import io.shouxin.spine.Desks;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import io.shouxin.testing.SetClock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keeper of the calendar loads next year's notice: bad input first, then the dates that move, then the confirmation. */
@SpringBootTest
@Import({TestFirm.class, CalendarViewTest.Setup.class})
@ExtendWith(BrowserlessPages.class)
class CalendarViewTest {

    private static final String GOOD = """
            date,kind,name
            2027-01-01,holiday,元旦
            2027-02-08,holiday,春节
            2027-10-01,holiday,国庆节
            """;

    private final ApplicationContext context;
    private final TestFirm firm;
    private final StaffAccounts accounts;
    private final JdbcClient jdbc;

    @Autowired
    CalendarViewTest(ApplicationContext context, TestFirm firm, StaffAccounts accounts, JdbcClient jdbc) {
        this.context = context;
        this.firm = firm;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    @TestConfiguration
    static class Setup {

        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock(Instant.parse("2026-12-21T01:12:00Z"));
        }
    }

    @BeforeEach
    void open() {
        firm.open();
        if (accounts.byUsername("keeper").isEmpty()) {
            accounts.create(
                    new StaffAccount(
                            UUID.randomUUID(),
                            "keeper",
                            "管理员",
                            Set.of(Role.ADMINISTRATOR),
                            Set.of(TestFirm.BRANCH),
                            true),
                    "secret");
        }
    }

    @Test
    void next_years_notice_is_checked_tried_and_taken_over_and_every_moved_case_says_so() {
        Desks desks = Desks.of(context);
        TestFirm.Client client = firm.client("over-new-year", null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
        String reference = desks.view(id, client.id()).request().reference();

        String page = onPage(() -> {
            assertThat(BrowserlessPages.text()).contains("2027 年的放假安排还没有载入").doesNotContain("!");
            check(2026, GOOD);
            assertThat(BrowserlessPages.text()).contains("这是 2027 年的通知，而您选的是 2026 年。");
            check(2027, GOOD + "2027-10-09,holiday,国庆节\n");
            assertThat(BrowserlessPages.text()).contains("有 1 处不对，什么都没有载入", "第 5 行", "星期六");
            assertThat(_find(Button.class, spec -> spec.withText("载入并重新计算"))).isEmpty();

            check(2027, GOOD);
            assertThat(BrowserlessPages.text()).contains("2027 年的通知没有问题，共 3 天", "1 个未办结案件", reference);
            _click(_get(Button.class, spec -> spec.withText("载入并重新计算")));
            assertThat(BrowserlessPages.text()).contains("请填写通知的文号或网址");
            _setValue(source(), "国办发明电〔2026〕9 号");
            _click(_get(Button.class, spec -> spec.withText("载入并重新计算")));
            return BrowserlessPages.text();
        });

        assertThat(page)
                .contains("2027 年的放假安排已载入", "国办发明电〔2026〕9 号", "由本机构导入", "2027 年的放假和调休")
                .doesNotContain("还没有载入", "!");
        assertThat(desks.view(id, client.id()).events())
                .extracting(CaseEvent::kind)
                .contains(CaseEvent.Kind.DUE_MOVED);
        assertThat(jdbc.sql("SELECT due_on FROM task WHERE case_id = ?")
                        .param(id.value())
                        .query(java.time.LocalDate.class)
                        .single())
                .as("the inbox follows")
                .isEqualTo(jdbc.sql("SELECT due_on FROM case_clock WHERE case_id = ?")
                        .param(id.value())
                        .query(java.time.LocalDate.class)
                        .single());
    }

    @Test
    void the_internal_date_is_changed_and_a_senseless_one_refused_in_its_field() {
        onPage(() -> {
            TextField days = _get(TextField.class, spec -> spec.withLabel("提前的工作日数"));
            assertThat(days.getValue()).isEqualTo("3");
            _setValue(days, "99");
            _click(_get(Button.class, spec -> spec.withText("保存")));
            assertThat(days.getErrorMessage()).contains("0 到 10");
            _setValue(days, "2");
            _click(_get(Button.class, spec -> spec.withText("保存")));
            return assertThat(BrowserlessPages.text()).contains("已保存");
        });
        assertThat(jdbc.sql("SELECT working_days FROM work_lead")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private static void check(int year, String csv) {
        _setValue(year(), year);
        _setValue(_get(TextArea.class), csv);
        _click(_get(Button.class, spec -> spec.withText("核对")));
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<Integer> year() {
        return _get(RadioButtonGroup.class);
    }

    private static TextField source() {
        return _get(TextField.class, spec -> spec.withLabel("通知文号或网址"));
    }

    private <T> T onPage(Supplier<T> look) {
        return firm.asStaff("keeper", () -> {
            BrowserlessPages.open(context, "io.shouxin.deadline.ui");
            BrowserlessPages.go("staff/calendar");
            return look.get();
        });
    }
}
