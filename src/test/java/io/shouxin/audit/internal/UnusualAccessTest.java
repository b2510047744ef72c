package io.shouxin.audit.internal;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.audit.Conclusion;
import io.shouxin.audit.Finding;
import io.shouxin.audit.FindingState;
import io.shouxin.audit.UnusualAccess;
import io.shouxin.audit.UnusualAccess.Hindrance;
import io.shouxin.audit.UnusualAccess.SeenPerson;
import io.shouxin.deadline.Calendars;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.record.imports.NameNormaliser;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestReader;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.spine.Desks;
import io.shouxin.spine.TestFirm;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.IndexEntry;
import io.shouxin.subject.Subjects;
import io.shouxin.testing.BrowserlessPages;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From entries of the log to a finding that somebody has looked at, through the services and the pages. */
@SpringBootTest
@Import(TestFirm.class)
@ExtendWith(BrowserlessPages.class)
class UnusualAccessTest {

    private static final int TRIES = 200;

    private final ApplicationContext context;
    private final TestFirm firm;
    private final StaffAccounts accounts;
    private final UnusualCheck check;
    private final UnusualAccess unusual;
    private final Subjects subjects;
    private final Calendars calendars;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LocalDate yesterday;
    private final String tag = "u" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    UnusualAccessTest(
            ApplicationContext context,
            TestFirm firm,
            StaffAccounts accounts,
            UnusualCheck check,
            UnusualAccess unusual,
            Subjects subjects,
            Calendars calendars,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.context = context;
        this.firm = firm;
        this.accounts = accounts;
        this.check = check;
        this.unusual = unusual;
        this.subjects = subjects;
        this.calendars = calendars;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.yesterday = ChinaTime.today(clock).minusDays(1);
    }

    @BeforeEach
    void open() {
        firm.open();
        account(name("clerk"), Role.STAFF, Set.of(TestFirm.BRANCH));
        account(name("auditor"), Role.AUDITOR, Set.of(TestFirm.BRANCH));
        account(name("far"), Role.AUDITOR, Set.of(TestFirm.OTHER_BRANCH));
    }

    @Test
    void thirty_one_people_in_an_hour_are_found_for_those_who_share_a_branch_and_for_nobody_else() {
        opened("clerk", at(10), 30);
        check();
        assertThat(of("clerk", "PEOPLE_IN_AN_HOUR")).isEmpty();

        opened("clerk", at(10).plusSeconds(900), 1);
        check();
        Finding finding = only("clerk", "PEOPLE_IN_AN_HOUR");
        assertThat(finding.amount()).isEqualTo(31);
        assertThat(finding.day()).isEqualTo(yesterday);
        assertThat(finding.hours()).containsExactly(10);
        assertThat(finding.branches()).containsExactly(TestFirm.BRANCH);
        assertThat(firm.asStaff("officer", () -> unusual.get(finding.id()).finding()))
                .isEqualTo(finding);

        assertThat(firm.asStaff(name("far"), () -> unusual.list(null, 1_000)))
                .noneMatch(other -> other.account().equals(id("clerk")));
        for (String other : List.of(name("far"), name("clerk"), "second")) {
            assertThatThrownBy(() -> firm.asStaff(other, () -> unusual.get(finding.id())))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> mark(other, finding, Conclusion.EXPLAINED, "看过"))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(firm.asStaff(name("clerk"), () -> unusual.list(null, 1_000))).isEmpty();
        assertThat(firm.asStaff(name("clerk"), unusual::counts)).isEmpty();
    }

    @Test
    void checking_again_finds_nothing_new_and_another_hour_of_the_day_opens_what_was_explained() {
        opened("clerk", at(10), 31);
        check();
        Finding first = only("clerk", "PEOPLE_IN_AN_HOUR");
        mark(name("auditor"), first, Conclusion.EXPLAINED, "盘点客户资料");
        check();
        assertThat(only("clerk", "PEOPLE_IN_AN_HOUR").state()).isEqualTo(FindingState.EXPLAINED);

        opened("clerk", at(15), 31);
        check();
        Finding grown = only("clerk", "PEOPLE_IN_AN_HOUR");
        assertThat(grown.id()).isEqualTo(first.id());
        assertThat(grown.state()).isEqualTo(FindingState.OPEN);
        assertThat(grown.amount()).isEqualTo(62);
        assertThatThrownBy(() -> mark(name("auditor"), first, Conclusion.EXPLAINED, "没看到新的"))
                .isInstanceOf(StateRefused.class);
    }

    @Test
    void a_conclusion_is_kept_and_logged_and_its_note_is_ciphertext() {
        opened("clerk", at(10), 31);
        check();
        Finding finding = only("clerk", "PEOPLE_IN_AN_HOUR");
        assertThatThrownBy(() -> mark(name("auditor"), finding, Conclusion.FOLLOW_UP, "  "))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> mark(name("auditor"), finding, Conclusion.FOLLOW_UP, "字".repeat(501)))
                .isInstanceOf(InvalidInput.class);
        mark(name("auditor"), finding, Conclusion.FOLLOW_UP, "金丝雀说明");
        mark("officer", finding, Conclusion.EXPLAINED, "问过本人");

        UnusualAccess.Details details = firm.asStaff(name("auditor"), () -> unusual.get(finding.id()));
        assertThat(details.marks())
                .extracting(UnusualAccess.Mark::conclusion, UnusualAccess.Mark::note)
                .containsExactly(tuple(Conclusion.FOLLOW_UP, "金丝雀说明"), tuple(Conclusion.EXPLAINED, "问过本人"));
        assertThat(details.hindrance()).isEqualTo(Hindrance.EXPLAINED);
        byte[] canary = "金丝雀".getBytes(StandardCharsets.UTF_8);
        assertThat(jdbc.sql("SELECT note FROM unusual_mark WHERE finding_id = ?")
                        .param(finding.id())
                        .query(byte[].class)
                        .list())
                .hasSize(2)
                .noneMatch(note -> new String(note, StandardCharsets.ISO_8859_1)
                        .contains(new String(canary, StandardCharsets.ISO_8859_1)));
        assertThat(jdbc.sql("SELECT outcome FROM evidence_entry WHERE kind = 'UNUSUAL_ACCESS_MARKED'"
                                + " AND target_id = ? ORDER BY ins")
                        .param(finding.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("FOLLOW_UP", "EXPLAINED");
    }

    @Test
    void an_auditor_reads_what_is_about_themselves_and_cannot_conclude_it() {
        opened("auditor", at(23), 1);
        check();
        Finding finding = only("auditor", "AT_NIGHT");
        assertThat(firm.asStaff(name("auditor"), () -> unusual.get(finding.id()).hindrance()))
                .isEqualTo(Hindrance.OWN);
        assertThatThrownBy(() -> mark(name("auditor"), finding, Conclusion.EXPLAINED, "是我"))
                .isInstanceOf(AccessRefused.class);
        String page = browse(name("auditor"), () -> {
            BrowserlessPages.go("staff/unusual/" + finding.id());
            assertThat(_find(TextArea.class)).isEmpty();
            return BrowserlessPages.text();
        });
        assertThat(page).contains("这是关于您本人的", "夜间查看、显示、查找或导出 1 次");
        mark("officer", finding, Conclusion.EXPLAINED, "夜间值班");
        assertThat(only("auditor", "AT_NIGHT").state()).isEqualTo(FindingState.EXPLAINED);
    }

    @Test
    void who_sees_only_a_part_of_a_colleagues_branches_reads_and_leaves_the_conclusion_to_others() {
        account(name("both"), Role.STAFF, Set.of(TestFirm.BRANCH, TestFirm.OTHER_BRANCH));
        opened("both", at(23), 1);
        check();
        Finding finding = only("both", "AT_NIGHT");
        assertThat(firm.asStaff(name("far"), () -> unusual.get(finding.id()).hindrance()))
                .isEqualTo(Hindrance.OTHER_BRANCHES);
        assertThatThrownBy(() -> mark(name("far"), finding, Conclusion.EXPLAINED, "看过"))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void a_person_called_as_a_colleague_is_told_and_named_to_nobody() {
        account(tag + "同事", Role.STAFF, Set.of(TestFirm.BRANCH));
        TestFirm.Client client = firm.client(tag, null);
        UUID record = jdbc.sql("SELECT id FROM record WHERE subject_id = ? AND category = 'IDENTITY'")
                .param(client.id())
                .query(UUID.class)
                .single();
        subjects.index(
                List.of(new IndexEntry(client.id(), record, IdentifierKind.NAME, NameNormaliser.key(tag + "同事"))));
        entry("clerk", "VIEWED", at(10), client.id());
        entry("clerk", "VIEWED", at(10), firm.client(tag + "other", null).id());
        check();
        Finding finding = only("clerk", "COLLEAGUE_BY_NAME");
        assertThat(finding.amount()).isEqualTo(1);
        assertThat(firm.asStaff(name("auditor"), () -> unusual.get(finding.id()).seen()))
                .singleElement()
                .isInstanceOfSatisfying(
                        SeenPerson.class, person -> assertThat(person.subject()).isEqualTo(client.id()));
        String page = browse(name("auditor"), () -> {
            BrowserlessPages.go("staff/unusual/" + finding.id());
            assertThat(hrefs()).noneMatch(href -> href.startsWith("staff/people"));
            return BrowserlessPages.text();
        });
        assertThat(page)
                .contains("一店的一位客户，没有案件")
                .doesNotContain("!", client.id().toString())
                .doesNotContain(client.canaries().toArray(String[]::new));
        browse("officer", () -> {
            BrowserlessPages.go("staff/unusual/" + finding.id());
            assertThat(hrefs()).contains("staff/people/" + client.id());
            return page;
        });
    }

    @Test
    void a_person_with_the_mailbox_of_a_colleague_is_told() {
        String mailbox = tag + "@firm.example";
        jdbc.sql("INSERT INTO staff_mailbox (account_id, mailbox) VALUES (?, ?)")
                .params(id("auditor"), mailbox.toUpperCase(Locale.ROOT))
                .update();
        TestFirm.Client client = firm.client(tag, null);
        UUID record = jdbc.sql("SELECT id FROM record WHERE subject_id = ? AND category = 'CONTACT'")
                .param(client.id())
                .query(UUID.class)
                .single();
        subjects.index(List.of(new IndexEntry(client.id(), record, IdentifierKind.EMAIL, mailbox)));
        entry("clerk", "REVEALED", at(10), client.id());
        entry("clerk", "VIEWED", at(10), firm.client(tag + "other", null).id());
        check();
        assertThat(only("clerk", "COLLEAGUE_BY_MAIL").entries()).isEqualTo(1);
        assertThat(of("clerk", "COLLEAGUE_BY_NAME")).isEmpty();
    }

    @Test
    void a_day_that_the_calendar_has_free_is_a_closed_day_and_a_working_day_is_none() {
        LocalDate closed = yesterday;
        LocalDate worked = yesterday;
        while (calendars.current().isWorkingDay(closed)) {
            closed = closed.minusDays(1);
        }
        while (!calendars.current().isWorkingDay(worked)) {
            worked = worked.minusDays(1);
        }
        opened("clerk", ChinaTime.startOf(closed).plus(Duration.ofHours(10)), 11);
        opened("clerk", ChinaTime.startOf(worked).plus(Duration.ofHours(10)), 11);
        check();
        assertThat(only("clerk", "ON_A_CLOSED_DAY").day()).isEqualTo(closed);
    }

    @Test
    void what_was_really_looked_at_is_listed_by_its_number_and_who_lists_it_is_logged() {
        TestFirm.Client client = firm.client(tag, null);
        RequestId id = Desks.of(context).submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        String reference = firm.asStaff(
                name("clerk"),
                () -> context.getBean(RequestReader.class).get(id).request().reference());
        moveToNight("clerk");
        opened("clerk", at(23), 1);
        check();
        Finding finding = only("clerk", "AT_NIGHT");
        assertThat(finding.amount()).isEqualTo(2);
        String page = browse(name("auditor"), () -> {
            BrowserlessPages.go("staff/unusual/" + finding.id());
            assertThat(hrefs()).contains("staff/cases/" + id);
            return BrowserlessPages.text();
        });
        assertThat(page)
                .contains("案件 " + reference, "另有 1 项没有列出")
                .doesNotContain("!", id.toString())
                .doesNotContain(client.canaries().toArray(String[]::new));
        assertThat(jdbc.sql("SELECT details::text FROM evidence_entry WHERE actor_id = ? AND target_id = 'unusual'")
                        .param(id("auditor"))
                        .query(String.class)
                        .list())
                .anyMatch(details -> details.contains(id.toString()));
    }

    @Test
    void the_list_leads_to_a_finding_which_is_concluded_on_its_page_in_either_language() {
        opened("clerk", at(10), 31);
        check();
        Finding finding = only("clerk", "PEOPLE_IN_AN_HOUR");
        String list = browse(name("auditor"), () -> {
            BrowserlessPages.go("staff/unusual");
            while (!hrefs().contains("staff/unusual/" + finding.id())) {
                _click(_get(Button.class, spec -> spec.withText("再显示一些")));
            }
            return BrowserlessPages.text();
        });
        assertThat(list)
                .contains("短时间内打开 31 位不同的人的资料", name("clerk"), "一店", "10:00", "待查看", "日志已检查到")
                .contains("一小时内打开超过 30 位不同的人的资料", "个人信息保护法第 51 条第 4 项")
                .doesNotContain("!", "PEOPLE_IN", "OPEN");
        String concluded = browse(name("auditor"), () -> {
            BrowserlessPages.go("staff/unusual/" + finding.id());
            _click(_get(Button.class, spec -> spec.withText("记录结论")));
            assertThat(BrowserlessPages.text()).contains("请选择一个结论");
            _setValue(choice(), Conclusion.EXPLAINED);
            _click(_get(Button.class, spec -> spec.withText("记录结论")));
            assertThat(BrowserlessPages.text()).contains("请写一句说明");
            _setValue(_get(TextArea.class), "月底盘点");
            _click(_get(Button.class, spec -> spec.withText("记录结论")));
            return BrowserlessPages.text();
        });
        assertThat(concluded).contains("月底盘点", "已有合理解释").doesNotContain("!");
        String english = browse("officer", () -> {
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
        account(name("alone"), Role.AUDITOR, Set.of(branch));
        browse(name("alone"), () -> {
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
                        """).params(id("clerk"), yesterday, branch).update();
        browse(name("alone"), () -> {
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
    void a_day_of_a_colleague_is_read_by_an_index_of_its_own() {
        String plan = transaction.execute(status -> {
            jdbc.sql("SET LOCAL enable_seqscan = off").update();
            jdbc.sql("SET LOCAL enable_bitmapscan = off").update();
            return String.join(
                    "\n",
                    jdbc.sql("""
                                    EXPLAIN SELECT e.ins FROM evidence_entry e
                                    WHERE e.actor_id = ? AND (e.at, e.ins) > (?, ?) AND e.at < ? AND e.actor_kind = 'STAFF'
                                        AND e.kind IN ('VIEWED', 'REVEALED', 'SEARCHED', 'EXPORTED')
                                    ORDER BY e.at, e.ins LIMIT 2000
                                    """)
                            .params(id("clerk"), Timestamp.from(at(0)), 0, Timestamp.from(at(23)))
                            .query(String.class)
                            .list());
        });
        assertThat(plan).contains("evidence_entry_looks").doesNotContain("Sort");
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<Conclusion> choice() {
        return _get(RadioButtonGroup.class);
    }

    private static List<String> findings() {
        return hrefs().stream()
                .filter(href -> href.startsWith("staff/unusual/"))
                .toList();
    }

    private static List<String> hrefs() {
        return _find(RouteLink.class).stream().map(RouteLink::getHref).toList();
    }

    private <T> T browse(String who, Supplier<T> look) {
        return firm.asStaff(who, () -> {
            BrowserlessPages.open(context, "io.shouxin.audit.ui", "io.shouxin.request.ui.staff", "io.shouxin.inbox.ui");
            return look.get();
        });
    }

    /** Looks through the last days once more, in turn with the clock's own check. */
    private void check() {
        jdbc.sql("UPDATE unusual_check SET checked_until = NULL").update();
        for (int tries = 0; firm.asStaff("officer", unusual::checkedUntil).isEmpty(); tries++) {
            assertThat(tries).isLessThan(TRIES);
            check.checkNow();
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private List<Finding> of(String who, String rule) {
        return firm.asStaff(name("auditor"), () -> unusual.list(null, 1_000)).stream()
                .filter(finding ->
                        finding.account().equals(id(who)) && finding.ruleId().equals(rule))
                .toList();
    }

    private Finding only(String who, String rule) {
        List<Finding> found = of(who, rule);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private void mark(String who, Finding finding, Conclusion conclusion, String note) {
        firm.asStaff(who, () -> {
            unusual.mark(finding.id(), finding.entries(), conclusion, note);
            return who;
        });
    }

    private Instant at(int hour) {
        return ChinaTime.startOf(yesterday).plus(Duration.ofHours(hour));
    }

    /** As many different people, one a second. */
    private void opened(String who, Instant from, int people) {
        for (int i = 0; i < people; i++) {
            entry(who, "VIEWED", from.plusSeconds(i), UUID.randomUUID());
        }
    }

    /** What the services wrote now, once more for yesterday's night: the log itself is never changed. */
    private void moveToNight(String who) {
        jdbc.sql("""
                        INSERT INTO evidence_entry (id, at, kind, actor_kind, actor_id, case_id, subject_id, target_type, target_id, outcome)
                        SELECT gen_random_uuid(), ?, kind, actor_kind, actor_id, case_id, subject_id, target_type, target_id, outcome
                        FROM evidence_entry WHERE actor_id = ? AND kind = 'VIEWED'
                        """).params(Timestamp.from(at(23)), id(who)).update();
    }

    private void entry(String who, String kind, Instant at, UUID person) {
        jdbc.sql("""
                        INSERT INTO evidence_entry (id, at, kind, actor_kind, actor_id, subject_id, target_type, target_id)
                        VALUES (gen_random_uuid(), ?, ?, 'STAFF', ?, ?, 'subject', ?)
                        """)
                .params(Timestamp.from(at), kind, id(who), person, person.toString())
                .update();
    }

    private String name(String who) {
        return tag + "-" + who;
    }

    private UUID id(String who) {
        return accounts.byUsername(name(who)).orElseThrow().id();
    }

    private void account(String name, Role role, Set<UUID> branches) {
        accounts.create(new StaffAccount(UUID.randomUUID(), name, name, Set.of(role), branches, true), "secret");
    }
}
