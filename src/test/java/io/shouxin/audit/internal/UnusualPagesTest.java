package io.shouxin.audit.internal;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.audit.Conclusion;
import io.shouxin.audit.Finding;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestReader;
import io.shouxin.shared.Role;
import io.shouxin.spine.Desks;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of findings and the page of one. */
@SpringBootTest
@Import(TestFirm.class)
@ExtendWith(BrowserlessPages.class)
class UnusualPagesTest {

    private final ApplicationContext context;
    private final TestFirm firm;
    private final JdbcClient jdbc;
    private UnusualDesk desk;

    @Autowired
    UnusualPagesTest(ApplicationContext context, TestFirm firm, JdbcClient jdbc) {
        this.context = context;
        this.firm = firm;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void open() {
        desk = UnusualDesk.open(context);
    }

    @Test
    void what_was_really_looked_at_is_listed_by_its_number_and_who_lists_it_is_logged() {
        TestFirm.Client client = firm.client(desk.tag, null);
        RequestId id = Desks.of(context).submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        String reference = firm.asStaff(
                desk.name("clerk"),
                () -> context.getBean(RequestReader.class).get(id).request().reference());
        desk.moveToNight("clerk");
        desk.opened("clerk", desk.at(23), 1);
        desk.check();
        Finding finding = desk.only("clerk", "AT_NIGHT");
        assertThat(finding.amount()).isEqualTo(2);
        String page = desk.browse(desk.name("auditor"), () -> {
            BrowserlessPages.go("staff/unusual/" + finding.id());
            assertThat(desk.hrefs()).contains("staff/cases/" + id);
            return BrowserlessPages.text();
        });
        assertThat(page)
                .contains("案件 " + reference, "另有 1 项没有列出")
                .doesNotContain("!", id.toString())
                .doesNotContain(client.canaries().toArray(String[]::new));
        assertThat(jdbc.sql("SELECT details::text FROM evidence_entry WHERE actor_id = ? AND target_id = 'unusual'")
                        .param(desk.id("auditor"))
                        .query(String.class)
                        .list())
                .anyMatch(details -> details.contains(id.toString()));
    }

    @Test
    void the_list_leads_to_a_finding_which_is_concluded_on_its_page_in_either_language() {
        desk.opened("clerk", desk.at(10), 31);
        desk.check();
        Finding finding = desk.only("clerk", "PEOPLE_IN_AN_HOUR");
        String list = desk.browse(desk.name("auditor"), () -> {
            BrowserlessPages.go("staff/unusual");
            while (!desk.hrefs().contains("staff/unusual/" + finding.id())) {
                _click(_get(Button.class, spec -> spec.withText("再显示一些")));
            }
            return BrowserlessPages.text();
        });
        assertThat(list)
                .contains("短时间内打开 31 位不同的人的资料", desk.name("clerk"), "一店", "10:00", "待查看", "日志已检查到")
                .contains("一小时内打开超过 30 位不同的人的资料", "个人信息保护法第 51 条第 4 项")
                .doesNotContain("!", "PEOPLE_IN", "OPEN");
        String concluded = desk.browse(desk.name("auditor"), () -> {
            BrowserlessPages.go("staff/unusual/" + finding.id());
            _click(_get(Button.class, spec -> spec.withText("记录结论")));
            assertThat(BrowserlessPages.text()).contains("请选择一个结论");
            _setValue(choice(), Conclusion.EXPLAINED);
            _click(_get(Button.class, spec -> spec.withText("记录结论")));
            assertThat(BrowserlessPages.text()).contains("请写一句说明");
            _setValue(_get(TextArea.class), "月底盘点");
            _click(_get(Button.class, spec -> spec.withText("记录结论")));
            NotificationsKt.expectNotifications("已记录：有合理解释，这一项已了结");
            return BrowserlessPages.text();
        });
        assertThat(concluded).contains("月底盘点", "已有合理解释").doesNotContain("!");
        String english = desk.browse("officer", () -> {
            UI.getCurrent().setLocale(Locale.ENGLISH);
            BrowserlessPages.go("staff/unusual/" + finding.id());
            return BrowserlessPages.text();
        });
        assertThat(english)
                .contains("31 different people opened in a short time", "Explained", "31 more not listed")
                .doesNotContain("!");
    }

    @Test
    void a_long_list_is_shown_in_parts_by_state_and_without_what_is_explained_and_old() {
        UUID branch = UUID.randomUUID();
        desk.account(desk.name("alone"), Role.AUDITOR, Set.of(branch));
        desk.browse(desk.name("alone"), () -> {
            BrowserlessPages.go("staff/unusual");
            assertThat(BrowserlessPages.text()).contains("没有异常查阅").doesNotContain("!");
            return branch;
        });
        jdbc.sql("""
                        INSERT INTO unusual_finding (id, account_id, rule_id, threshold, table_version, day, first_at, last_at, amount,
                            entries, acts, hours, branches, state, found_at)
                        SELECT gen_random_uuid(), ?, 'AT_NIGHT', 0, 'v1', ?::date - n, now(), now(), 2, 2, '{ANY}', '{23}', ARRAY[?::uuid],
                            CASE WHEN n = 1 THEN 'FOLLOW_UP' WHEN n IN (2, 40) THEN 'EXPLAINED' ELSE 'OPEN' END, now()
                        FROM generate_series(0, 40) n
                        """).params(desk.id("clerk"), desk.yesterday, branch).update();
        desk.browse(desk.name("alone"), () -> {
            BrowserlessPages.go("staff/unusual");
            assertThat(findings()).hasSize(30);
            assertThat(BrowserlessPages.text()).contains("共 38 项，显示了最近的 30 项");
            _click(_get(Button.class, spec -> spec.withText("再显示一些")));
            assertThat(findings()).hasSize(38);
            assertThat(_find(Button.class, spec -> spec.withText("再显示一些"))).isEmpty();
            _click(_get(NativeButton.class, spec -> spec.withText("待负责人跟进 1")));
            assertThat(findings()).hasSize(1);
            _click(_get(NativeButton.class, spec -> spec.withText("已有合理解释 1")));
            assertThat(findings()).hasSize(1);
            return branch;
        });
    }

    @Test
    void the_officers_list_opens_with_what_was_handed_on_to_her_and_she_ends_it_with_measures() {
        desk.opened("clerk", desk.at(10), 31);
        desk.check();
        Finding finding = desk.only("clerk", "PEOPLE_IN_AN_HOUR");
        desk.mark(desk.name("auditor"), finding, Conclusion.FOLLOW_UP, "请核实");
        String concluded = desk.browse("officer", () -> {
            BrowserlessPages.go("staff/unusual");
            assertThat(chosenState()).startsWith("待负责人跟进");
            BrowserlessPages.go("staff/unusual/" + finding.id());
            _setValue(choice(), Conclusion.MEASURES);
            TextArea measures = _get(TextArea.class, spec -> spec.withLabel("采取的措施"));
            _click(_get(Button.class, spec -> spec.withText("记录结论")));
            assertThat(BrowserlessPages.text()).contains("请写明采取了什么措施");
            _setValue(measures, "已谈话");
            _click(_get(Button.class, spec -> spec.withText("记录结论")));
            return BrowserlessPages.text();
        });
        assertThat(concluded).contains("未能解释，已采取措施", "已谈话").doesNotContain("!");
    }

    @Test
    void the_officers_list_does_not_open_with_what_is_about_herself_alone() {
        UUID branch = UUID.randomUUID();
        desk.account(desk.name("herself"), Role.PRIVACY_OFFICER, Set.of(branch));
        desk.account(desk.name("colleague"), Role.STAFF, Set.of(branch));
        handedOn("herself", branch);
        desk.browse(desk.name("herself"), () -> {
            BrowserlessPages.go("staff/unusual");
            assertThat(chosenState()).startsWith("待查看");
            return branch;
        });
        handedOn("colleague", branch);
        desk.browse(desk.name("herself"), () -> {
            BrowserlessPages.go("staff/unusual");
            assertThat(chosenState()).startsWith("待负责人跟进");
            return branch;
        });
    }

    private void handedOn(String about, UUID branch) {
        jdbc.sql("""
                        INSERT INTO unusual_finding (id, account_id, rule_id, threshold, table_version, day, first_at, last_at, amount,
                            entries, acts, hours, branches, state, found_at)
                        VALUES (gen_random_uuid(), ?, 'AT_NIGHT', 0, 'v1', ?, now(), now(), 2, 2, '{ANY}', '{23}', ARRAY[?::uuid],
                            'FOLLOW_UP', now())
                        """).params(desk.id(about), desk.yesterday, branch).update();
    }

    private static String chosenState() {
        return _get(
                        NativeButton.class,
                        spec -> spec.withPredicate(
                                pill -> "true".equals(pill.getElement().getAttribute("aria-pressed"))))
                .getText();
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<Conclusion> choice() {
        return _get(RadioButtonGroup.class);
    }

    private List<String> findings() {
        return desk.hrefs().stream()
                .filter(href -> href.startsWith("staff/unusual/"))
                .toList();
    }
}
