package io.shouxin.inbox.internal;

import io.shouxin.deadline.Calendars;
import io.shouxin.deadline.DeadlineTexts;
import io.shouxin.inbox.Digests;
import io.shouxin.inbox.DueWarnings;
import io.shouxin.inbox.DueWarnings.Warned;
import io.shouxin.inbox.StaffDirectory;
import io.shouxin.notification.StaffOutbox;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Texts;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes all digests of a day in one transaction together with the mark that the day is written: a node that dies leaves neither, and
 * of two nodes one waits and finds the mark. Whoever has nothing that presses gets none.
 */
@Service
class DailyDigest implements Digests {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int LINES = 20;

    private final StaffDirectory staff;
    private final DueWarnings warnings;
    private final Calendars calendars;
    private final StaffOutbox outbox;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final LocalTime at;
    private final Texts texts;
    private final String publicUrl;

    DailyDigest(
            StaffDirectory staff,
            DueWarnings warnings,
            Calendars calendars,
            StaffOutbox outbox,
            JdbcClient jdbc,
            Clock clock,
            @Value("${shouxin.digest.at:08:30}") String at,
            @Value("${shouxin.digest.language:zh}") String language,
            @Value("${shouxin.public-url:http://localhost:8080}") String publicUrl) {
        this.staff = staff;
        this.warnings = warnings;
        this.calendars = calendars;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.clock = clock;
        this.at = LocalTime.parse(at);
        this.texts = Texts.of(Locale.forLanguageTag(language));
        this.publicUrl = publicUrl;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT5M")
    @Transactional
    public void writeOnSchedule() {
        write();
    }

    @Override
    @Transactional
    public int writeNow() {
        return write();
    }

    private int write() {
        ZonedDateTime now = clock.instant().atZone(CHINA);
        LocalDate today = now.toLocalDate();
        if (now.toLocalTime().isBefore(at) || !calendars.current().isWorkingDay(today) || !isFirst(today)) {
            return 0;
        }
        int people = 0;
        for (Actor person : staff.working()) {
            UUID account = person.id();
            List<Warned> pressing = warnings.of(person);
            if (account != null && !pressing.isEmpty()) {
                outbox.write(
                        account,
                        person.label(),
                        "digest:" + today,
                        texts.get("clock.digest.subject", pressing.size()),
                        text(pressing, today));
                people++;
            }
        }
        return people;
    }

    private boolean isFirst(LocalDate today) {
        return jdbc.sql("INSERT INTO staff_digest (day, written_at) VALUES (?, ?) ON CONFLICT (day) DO NOTHING")
                        .params(today, Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private String text(List<Warned> pressing, LocalDate today) {
        DeadlineTexts dates = DeadlineTexts.of(texts.locale(), today);
        StringBuilder text = new StringBuilder(dates.date(today)).append("\n");
        for (int share : DueWarnings.SHARES) {
            List<Warned> these =
                    pressing.stream().filter(warned -> warned.share() == share).toList();
            if (these.isEmpty()) {
                continue;
            }
            text.append("\n")
                    .append(texts.get("clock.bell." + share, these.size()))
                    .append("\n");
            these.stream().limit(LINES).forEach(warned -> text.append(line(warned, dates))
                    .append("\n"));
            if (these.size() > LINES) {
                text.append(texts.get("clock.notice.more", these.size() - LINES))
                        .append("\n");
            }
        }
        return text.append("\n")
                .append(texts.get("clock.digest.open", publicUrl + "/staff/inbox"))
                .toString();
    }

    private String line(Warned warned, DeadlineTexts dates) {
        String workBy = dates.workBy(warned.clock());
        String line = texts.get(
                "clock.digest.line",
                warned.task().caseReference(),
                texts.get("inbox.kind." + warned.task().label()),
                dates.due(warned.clock()),
                dates.remaining(warned.clock()));
        return workBy.isEmpty() || warned.clock().isOverdue()
                ? line
                : texts.get("clock.digest.andWorkBy", line, workBy);
    }
}
