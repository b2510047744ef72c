package io.shouxin.deadline.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.deadline.CalendarDay;
import io.shouxin.deadline.NoticeFinding;
import io.shouxin.shared.Texts;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NoticeReaderTest {

    /** Days of 2027 that may stand in a notice; the three fixed holidays on weekdays are among them. */
    private static final String GOOD = """
            date,kind,name
            2027-01-01,holiday,元旦
            2027-02-08,holiday,春节
            2027-02-20,workday,春节
            2027-10-01,holiday,国庆节
            """;

    @Test
    void the_notices_that_ship_with_the_product_are_in_order() {
        ShippedCalendar.read().forEach((year, days) -> {
            String csv = days.stream()
                    .map(day ->
                            day.day() + "," + day.kind().name().toLowerCase(java.util.Locale.ROOT) + "," + day.name())
                    .collect(Collectors.joining("\n", "date,kind,name\n", "\n"));
            NoticeReader.Read read = NoticeReader.read(year, csv.getBytes(StandardCharsets.UTF_8));
            assertThat(read.findings()).as("year " + year).isEmpty();
            assertThat(read.days()).isEqualTo(days);
        });
    }

    @Test
    void a_notice_in_order_is_read_in_utf_8_with_a_mark_and_in_the_encoding_of_chinese_spreadsheets() {
        assertThat(read("\uFEFF" + GOOD).findings()).isEmpty();
        NoticeReader.Read spreadsheet = NoticeReader.read(2027, GOOD.getBytes(Charset.forName("GB18030")));
        assertThat(spreadsheet.findings()).isEmpty();
        assertThat(spreadsheet.days())
                .contains(new CalendarDay(LocalDate.of(2027, 1, 1), CalendarDay.Kind.HOLIDAY, "元旦"))
                .hasSize(4);
    }

    @Test
    void the_notice_of_another_year_is_told_once_and_not_line_by_line() {
        assertThat(words(2026, GOOD)).containsExactly("这是 2027 年的通知，而您选的是 2026 年。");
    }

    @Test
    void last_years_notice_with_only_its_year_changed_is_found_by_its_weekdays() {
        String lastYear = """
                date,kind,name
                2027-01-01,holiday,元旦
                2027-01-02,holiday,元旦
                2027-01-04,workday,元旦
                2027-10-01,holiday,国庆节
                """;
        assertThat(words(2027, lastYear))
                .containsExactly(
                        "第 3 行：2027-01-02 是星期六，本来就休息，不用列出。请核对日期或年份。", "第 4 行：2027-01-04 是星期一，本来就上班，不是调休。请核对日期或年份。");
    }

    @Test
    void every_finding_is_told_with_its_line() {
        String bad = """
                date,kind,name
                2027-01-01,holiday,元旦
                2027-1-2,holiday,元旦
                2027-02-08,free,春节
                2027-02-09,holiday,
                2027-02-09,holiday,春节
                2027-02-09,holiday,春节
                2027-02-08,holiday,春节
                2026-12-31,holiday,元旦
                2027-10-01,holiday
                """;
        assertThat(words(2027, bad))
                .containsExactly(
                        "第 3 行：“2027-1-2”不是日期，请写成 2027-01-01 这样。",
                        "第 4 行：“free”不是类别，只能是 holiday（放假）或 workday（调休上班）。",
                        "第 5 行：请写明是哪个节日（最多 40 字）。",
                        "第 7 行：2027-02-09 已经写过一次。",
                        "第 8 行：2027-02-08 排在 2027-02-09 后面了，请按日期从早到晚排列，以免漏看。",
                        "第 9 行：这一天在 2026 年，而您选的是 2027 年。",
                        "第 10 行：应有 3 列（日期、类别、节日），这里有 2 列。");
    }

    @Test
    void a_notice_without_a_statutory_holiday_that_falls_on_a_weekday_is_not_whole() {
        assertThat(words(2027, "date,kind,name\n2027-02-08,holiday,春节\n"))
                .containsExactly(
                        "2027-01-01（元旦）是法定节假日，遇工作日必须放假，这里没有列出。请核对是不是这一年的通知，是否完整。",
                        "2027-10-01（国庆节）是法定节假日，遇工作日必须放假，这里没有列出。请核对是不是这一年的通知，是否完整。");
    }

    @Test
    void what_is_no_notice_at_all_is_told_in_one_sentence() {
        assertThat(words(2027, "")).containsExactly("里面没有任何日子。");
        assertThat(words(2027, "日期;类别;节日\n2027-01-01;holiday;元旦")).containsExactly("第 1 行：第一行应是 date,kind,name。");
        assertThat(words(2027, "date,kind,name\n\"2027-01-01,holiday,元旦\n")).hasSize(1);
        assertThat(words(2027, "x".repeat(70_000))).containsExactly("这份文件太大了。一年的通知不到 64 KB。");
    }

    private static NoticeReader.Read read(String csv) {
        return NoticeReader.read(2027, csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> words(int year, String csv) {
        return NoticeReader.read(year, csv.getBytes(StandardCharsets.UTF_8)).findings().stream()
                .map((NoticeFinding finding) -> finding.words(Texts.chinese()))
                .toList();
    }
}
