package io.shouxin.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.audit.Conclusion;
import io.shouxin.audit.Finding;
import io.shouxin.audit.FindingState;
import io.shouxin.audit.UnusualAccess;
import io.shouxin.audit.UnusualAccess.SeenPerson;
import io.shouxin.deadline.Calendars;
import io.shouxin.record.imports.NameNormaliser;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import io.shouxin.shared.StateRefused;
import io.shouxin.spine.TestFirm;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.IndexEntry;
import io.shouxin.subject.Subjects;
import io.shouxin.testing.BrowserlessPages;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
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
import org.springframework.transaction.support.TransactionTemplate;

/** From entries of the log to findings, by each rule. */
@SpringBootTest
@Import(TestFirm.class)
@ExtendWith(BrowserlessPages.class)
class UnusualCheckTest {

    private final ApplicationContext context;
    private final TestFirm firm;
    private final UnusualAccess unusual;
    private final Subjects subjects;
    private final Calendars calendars;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private UnusualDesk desk;

    @Autowired
    UnusualCheckTest(
            ApplicationContext context,
            TestFirm firm,
            UnusualAccess unusual,
            Subjects subjects,
            Calendars calendars,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.context = context;
        this.firm = firm;
        this.unusual = unusual;
        this.subjects = subjects;
        this.calendars = calendars;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @BeforeEach
    void open() {
        desk = UnusualDesk.open(context);
    }

    @Test
    void thirty_one_people_in_an_hour_are_found_for_those_who_share_a_branch_and_for_nobody_else() {
        desk.opened("clerk", desk.at(10), 30);
        desk.check();
        assertThat(desk.of("clerk", "PEOPLE_IN_AN_HOUR")).isEmpty();

        desk.opened("clerk", desk.at(10).plusSeconds(900), 1);
        desk.check();
        Finding finding = desk.only("clerk", "PEOPLE_IN_AN_HOUR");
        assertThat(finding.amount()).isEqualTo(31);
        assertThat(finding.day()).isEqualTo(desk.yesterday);
        assertThat(finding.hours()).containsExactly(10);
        assertThat(finding.branches()).containsExactly(TestFirm.BRANCH);
        assertThat(firm.asStaff("officer", () -> unusual.get(finding.id()).finding()))
                .isEqualTo(finding);

        assertThat(firm.asStaff(desk.name("far"), () -> unusual.list(null, 1_000)))
                .noneMatch(other -> other.account().equals(desk.id("clerk")));
        for (String other : List.of(desk.name("far"), desk.name("clerk"), "second")) {
            assertThatThrownBy(() -> firm.asStaff(other, () -> unusual.get(finding.id())))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> desk.mark(other, finding, Conclusion.EXPLAINED, "看过"))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(firm.asStaff(desk.name("clerk"), () -> unusual.list(null, 1_000)))
                .isEmpty();
        assertThat(firm.asStaff(desk.name("clerk"), unusual::counts)).isEmpty();
    }

    @Test
    void checking_again_finds_nothing_new_and_another_hour_of_the_day_opens_what_was_explained() {
        desk.opened("clerk", desk.at(10), 31);
        desk.check();
        Finding first = desk.only("clerk", "PEOPLE_IN_AN_HOUR");
        desk.mark(desk.name("auditor"), first, Conclusion.EXPLAINED, "盘点客户资料");
        desk.check();
        assertThat(desk.only("clerk", "PEOPLE_IN_AN_HOUR").state()).isEqualTo(FindingState.EXPLAINED);

        desk.opened("clerk", desk.at(15), 31);
        desk.check();
        Finding grown = desk.only("clerk", "PEOPLE_IN_AN_HOUR");
        assertThat(grown.id()).isEqualTo(first.id());
        assertThat(grown.state()).isEqualTo(FindingState.OPEN);
        assertThat(grown.amount()).isEqualTo(62);
        assertThatThrownBy(() -> desk.mark(desk.name("auditor"), first, Conclusion.EXPLAINED, "没看到新的"))
                .isInstanceOf(StateRefused.class);
    }

    @Test
    void a_look_at_somebody_who_was_merged_since_is_told_as_one_at_who_they_are_now() {
        TestFirm.Client one = firm.client(desk.tag + "one", null);
        TestFirm.Client other = firm.client(desk.tag + "other", null);
        desk.opened("clerk", desk.at(10), 31);
        desk.entry("clerk", "VIEWED", desk.at(10), one.id());
        desk.entry("clerk", "VIEWED", desk.at(10), other.id());
        transaction.executeWithoutResult(status -> subjects.merge(other.id(), one.id()));
        desk.check();
        Finding finding = desk.only("clerk", "PEOPLE_IN_AN_HOUR");
        assertThat(firm.asStaff(
                        desk.name("auditor"), () -> unusual.get(finding.id()).seen()))
                .singleElement()
                .isInstanceOfSatisfying(SeenPerson.class, person -> {
                    assertThat(person.subject()).isEqualTo(one.id());
                    assertThat(person.times()).isEqualTo(2);
                });
    }

    @Test
    void a_person_called_as_a_colleague_is_told_and_named_to_nobody() {
        desk.account(desk.tag + "同事", Role.STAFF, Set.of(TestFirm.BRANCH));
        TestFirm.Client client = firm.client(desk.tag, null);
        UUID record = jdbc.sql("SELECT id FROM record WHERE subject_id = ? AND category = 'IDENTITY'")
                .param(client.id())
                .query(UUID.class)
                .single();
        subjects.index(
                List.of(new IndexEntry(client.id(), record, IdentifierKind.NAME, NameNormaliser.key(desk.tag + "同事"))));
        desk.entry("clerk", "VIEWED", desk.at(10), client.id());
        desk.entry(
                "clerk",
                "VIEWED",
                desk.at(10),
                firm.client(desk.tag + "other", null).id());
        desk.check();
        Finding finding = desk.only("clerk", "COLLEAGUE_BY_NAME");
        assertThat(finding.amount()).isEqualTo(1);
        assertThat(firm.asStaff(
                        desk.name("auditor"), () -> unusual.get(finding.id()).seen()))
                .singleElement()
                .isInstanceOfSatisfying(
                        SeenPerson.class, person -> assertThat(person.subject()).isEqualTo(client.id()));
        String page = desk.browse(desk.name("auditor"), () -> {
            BrowserlessPages.go("staff/unusual/" + finding.id());
            assertThat(desk.hrefs()).noneMatch(href -> href.startsWith("staff/people"));
            return BrowserlessPages.text();
        });
        assertThat(page)
                .contains("一店的一位客户，没有案件")
                .doesNotContain("!", client.id().toString())
                .doesNotContain(client.canaries().toArray(String[]::new));
        desk.browse("officer", () -> {
            BrowserlessPages.go("staff/unusual/" + finding.id());
            assertThat(desk.hrefs()).contains("staff/people/" + client.id());
            return page;
        });
    }

    @Test
    void a_person_with_the_mailbox_of_a_colleague_is_told() {
        String mailbox = desk.tag + "@firm.example";
        jdbc.sql("INSERT INTO staff_mailbox (account_id, mailbox) VALUES (?, ?)")
                .params(desk.id("auditor"), mailbox.toUpperCase(Locale.ROOT))
                .update();
        TestFirm.Client client = firm.client(desk.tag, null);
        UUID record = jdbc.sql("SELECT id FROM record WHERE subject_id = ? AND category = 'CONTACT'")
                .param(client.id())
                .query(UUID.class)
                .single();
        subjects.index(List.of(new IndexEntry(client.id(), record, IdentifierKind.EMAIL, mailbox)));
        desk.entry("clerk", "REVEALED", desk.at(10), client.id());
        desk.entry(
                "clerk",
                "VIEWED",
                desk.at(10),
                firm.client(desk.tag + "other", null).id());
        desk.check();
        assertThat(desk.only("clerk", "COLLEAGUE_BY_MAIL").entries()).isEqualTo(1);
        assertThat(desk.of("clerk", "COLLEAGUE_BY_NAME")).isEmpty();
    }

    @Test
    void a_day_that_the_calendar_has_free_is_a_closed_day_and_a_working_day_is_none() {
        LocalDate closed = desk.yesterday;
        LocalDate worked = desk.yesterday;
        while (calendars.current().isWorkingDay(closed)) {
            closed = closed.minusDays(1);
        }
        while (!calendars.current().isWorkingDay(worked)) {
            worked = worked.minusDays(1);
        }
        desk.opened("clerk", ChinaTime.startOf(closed).plus(Duration.ofHours(10)), 11);
        desk.opened("clerk", ChinaTime.startOf(worked).plus(Duration.ofHours(10)), 11);
        desk.check();
        assertThat(desk.only("clerk", "ON_A_CLOSED_DAY").day()).isEqualTo(closed);
    }

    @Test
    void a_day_of_a_colleague_is_read_by_an_index_of_its_own() {
        String plan = transaction.execute(status -> {
            jdbc.sql("SET LOCAL enable_seqscan = off").update();
            jdbc.sql("SET LOCAL enable_bitmapscan = off").update();
            // With the few entries of a test sorting is cheaper than any order; with a firm's log it is not.
            jdbc.sql("SET LOCAL enable_sort = off").update();
            return String.join(
                    "\n",
                    jdbc.sql("""
                                    EXPLAIN SELECT e.ins FROM evidence_entry e
                                    WHERE e.actor_id = ? AND (e.at, e.ins) > (?, ?) AND e.at < ? AND e.actor_kind = 'STAFF'
                                        AND e.kind IN ('VIEWED', 'REVEALED', 'PROOF_VIEWED', 'SEARCHED', 'EXPORTED', 'OTHER_BRANCH_ENTERED')
                                    ORDER BY e.at, e.ins LIMIT 2000
                                    """)
                            .params(desk.id("clerk"), Timestamp.from(desk.at(0)), 0, Timestamp.from(desk.at(23)))
                            .query(String.class)
                            .list());
        });
        assertThat(plan).contains("evidence_entry_looks").doesNotContain("Sort");
    }
}
