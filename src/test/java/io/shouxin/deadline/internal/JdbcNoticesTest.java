package io.shouxin.deadline.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.shouxin.deadline.Clocks;
import io.shouxin.deadline.DueDateMoved;
import io.shouxin.deadline.HolidayNotices;
import io.shouxin.deadline.LoadedYear;
import io.shouxin.deadline.NoticeCheck;
import io.shouxin.deadline.NoticeFinding;
import io.shouxin.deadline.WorkDates;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Role;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The notice of 2027 as it might come: what it would move, who may take it over, and what is refused. */
class JdbcNoticesTest {

    private static final Instant DEC_21 = Instant.parse("2026-12-21T01:12:00Z");
    private static final String SOURCE = "国办发明电〔2026〕9 号";
    private static final String GOOD = """
            date,kind,name
            2027-01-01,holiday,元旦
            2027-02-08,holiday,春节
            2027-10-01,holiday,国庆节
            """;
    private static ClockDatabase database;

    private final UUID caseId = UUID.randomUUID();
    private HolidayNotices notices;
    private Clocks clocks;
    private EvidenceLog evidence;

    @BeforeAll
    static void start() {
        database = new ClockDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void clear() {
        database.at("2026-12-21T09:12");
        database.clear();
        notices = database.bean(HolidayNotices.class);
        clocks = database.bean(Clocks.class);
        evidence = database.bean(EvidenceLog.class);
    }

    @Test
    void the_preview_names_the_dates_that_would_move_and_moves_none() {
        LocalDate before = dueOn();
        NoticeCheck notice = check(2027, GOOD);
        assertThat(notice.isGood()).isTrue();
        assertThat(notices.wouldMove(notice)).singleElement().satisfies(move -> {
            assertThat(move.caseId()).isEqualTo(caseId);
            assertThat(move.from()).isEqualTo(before);
            assertThat(move.to()).isAfter(before);
        });
        assertThat(clocks.dueOn(caseId)).contains(before);
        assertThat(notices.years()).extracting(LoadedYear::year).doesNotContain(2027);
    }

    @Test
    void taking_it_over_moves_what_the_preview_said_and_logs_who_did_it() {
        dueOn();
        NoticeCheck notice = check(2027, GOOD);
        DueDateMoved said = notices.wouldMove(notice).get(0);
        database.bean(ClockDatabase.Heard.class).clear();

        assertThat(notices.takeOver(notice, SOURCE)).isEqualTo(1);

        assertThat(database.bean(ClockDatabase.Heard.class).moves).containsExactly(said);
        assertThat(clocks.view(caseId).due()).satisfies(due -> {
            assertThat(due.on()).isEqualTo(said.to());
            assertThat(due.provisional()).isFalse();
        });
        assertThat(notices.years().get(0))
                .extracting(LoadedYear::year, LoadedYear::days, LoadedYear::source, LoadedYear::byPerson)
                .containsExactly(2027, 3, SOURCE, true);
        assertThat(notices.days(2027)).hasSize(3);
        verify(evidence).append(argThat(loaded("moved", "1")));
    }

    @Test
    void with_one_bad_line_nothing_is_taken_over() {
        NoticeCheck notice = check(2027, GOOD + "2027-10-09,holiday,国庆节\n");
        assertThat(notice.findings()).hasSize(1);
        assertThatThrownBy(() -> notices.takeOver(notice, SOURCE)).isInstanceOf(InvalidInput.class);
        assertThat(notices.days(2027)).isEmpty();
        verify(evidence, never()).append(argThat(loaded("days", "4")));
    }

    @Test
    void the_calendar_of_a_wrong_year_is_refused_in_words() {
        assertThat(check(2026, GOOD).findings())
                .extracting((NoticeFinding finding) -> finding.words(Texts.chinese()))
                .containsExactly("这是 2027 年的通知，而您选的是 2026 年。");
        assertThat(check(2062, GOOD.replace("2027", "2062")).findings())
                .extracting((NoticeFinding finding) -> finding.words(Texts.english()))
                .containsExactly("The notice of 2062 cannot be imported, only those of 2025 to 2027.");
    }

    @Test
    void a_notice_without_a_source_is_not_taken_over() {
        NoticeCheck notice = check(2027, GOOD);
        assertThatThrownBy(() -> notices.takeOver(notice, "  "))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.pointer())
                        .isEqualTo("/source"));
    }

    @Test
    void of_two_people_who_load_a_year_the_second_is_told() {
        NoticeCheck first = check(2027, GOOD);
        NoticeCheck second = check(2027, GOOD);
        notices.takeOver(first, SOURCE);
        assertThatThrownBy(() -> notices.takeOver(second, "另一个来源")).isInstanceOf(StateRefused.class);
        assertThat(notices.years().get(0).source()).isEqualTo(SOURCE);
        assertThat(notices.takeOver(check(2027, GOOD), "更正")).isZero();
    }

    @Test
    void a_clerk_takes_over_no_notice_and_sets_no_internal_date() {
        NoticeCheck notice = check(2027, GOOD);
        database.bean(ClockDatabase.Keeper.class).as(Role.STAFF);
        assertThatThrownBy(() -> notices.takeOver(notice, SOURCE)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> database.bean(WorkDates.class).change(1)).isInstanceOf(AccessRefused.class);
        assertThat(notices.days(2027)).isEmpty();
    }

    @Test
    void the_internal_date_lies_so_many_working_days_before_the_laws_and_follows_when_that_is_changed() {
        database.at("2026-11-23T09:12");
        clocks.start(caseId, "DELETION", Instant.parse("2026-11-23T01:12:00Z"));
        assertThat(clocks.view(caseId).due())
                .satisfies(due -> assertThat(due.on()).isEqualTo("2026-12-14"));
        assertThat(clocks.view(caseId).workBy()).isEqualTo("2026-12-09");
        database.bean(WorkDates.class).change(1);
        assertThat(clocks.view(caseId).workBy()).isEqualTo("2026-12-11");
        database.bean(WorkDates.class).change(0);
        assertThat(clocks.view(caseId).workBy()).isEqualTo("2026-12-14");
        assertThatThrownBy(() -> database.bean(WorkDates.class).change(11)).isInstanceOf(InvalidInput.class);
        verify(evidence)
                .append(argThat(event -> event != null
                        && event.kind() == EvidenceKind.SETTING_CHANGED
                        && "1".equals(event.details().get("to"))));
    }

    @Test
    void no_internal_date_lies_before_the_first_day_after_receipt_or_where_there_is_none() {
        database.at("2026-11-23T09:12");
        database.bean(WorkDates.class).change(10);
        clocks.start(caseId, "DELETION", Instant.parse("2026-11-23T01:12:00Z"));
        assertThat(clocks.view(caseId).workBy()).isEqualTo("2026-11-30");
        clocks.pause(caseId, Clocks.CLIENT_PROOF);
        assertThat(clocks.view(caseId).workBy()).isNull();
    }

    private static org.mockito.ArgumentMatcher<EvidenceEvent> loaded(String detail, String value) {
        Predicate<EvidenceEvent> fits = event -> event.kind() == EvidenceKind.CALENDAR_LOADED
                && value.equals(event.details().get(detail))
                && "2027".equals(event.targetId());
        return event -> event != null && fits.test(event);
    }

    private NoticeCheck check(int year, String csv) {
        return notices.check(year, csv.getBytes(StandardCharsets.UTF_8));
    }

    /** Of a case that is counted into 2027. */
    private LocalDate dueOn() {
        clocks.start(caseId, "DELETION", DEC_21);
        return clocks.dueOn(caseId).orElseThrow();
    }
}
