package io.shouxin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.shouxin.shared.Texts;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** What is seen of a case years after it was closed, when its file has ended. */
class EndedFileJourneyIT extends BrowserJourney {

    private final ScheduledTaskHolder schedule;

    @Autowired
    EndedFileJourneyIT(JdbcClient jdbc, ScheduledTaskHolder schedule) {
        super(jdbc);
        this.schedule = schedule;
    }

    @Test
    void client_staff_and_whoever_holds_the_letter_are_told_that_the_file_has_ended() {
        Texts zh = Texts.chinese();
        Page phone = phone("zh-CN");
        String reference = askedAndTakenBack(phone);
        UUID request = jdbc.sql("SELECT id FROM request WHERE reference = ?")
                .param(reference)
                .query(UUID.class)
                .single();
        String code = jdbc.sql("SELECT verification_code FROM request WHERE reference = ?")
                .param(reference)
                .query(String.class)
                .single();

        jdbc.sql("UPDATE request SET closed_at = closed_at - interval '4 years' WHERE reference = ?")
                .param(reference)
                .update();
        endFiles();
        assertThat(jdbc.sql("SELECT file_ended_at IS NOT NULL FROM request WHERE reference = ?")
                        .param(reference)
                        .query(Boolean.class)
                        .single())
                .isTrue();

        phone.navigate(url("/track/" + reference));
        assertThat(phone.locator("body")).containsText(zh.get("client.track.ended"));
        picture(phone, "ended-track-phone");
        accessible(phone);
        phone.navigate(url("/verify/" + code));
        assertThat(phone.locator("body")).containsText(zh.get("client.verify.ended"));
        picture(phone, "ended-verify-phone");
        accessible(phone);
        for (String locale : new String[] {"zh-CN", "en-US"}) {
            Page officer = staff("zhaomin", locale);
            officer.navigate(url("/staff/cases/" + request));
            assertThat(officer.locator("body"))
                    .containsText((locale.startsWith("en") ? Texts.english() : zh).get("staff.event.FILE_ENDED"));
            picture(officer, "ended-case-" + locale);
            accessible(officer);
        }
    }

    private String askedAndTakenBack(Page phone) {
        Texts zh = Texts.chinese();
        signIn(phone, "13800020001", "/delete");
        phone.locator("vaadin-radio-button").first().click();
        next(phone, "delete/note");
        phone.locator("textarea").fill("请把我的资料都删掉");
        next(phone, "delete/preview");
        next(phone, "delete/proof");
        next(phone, "delete/check");
        next(phone, "delete/done");
        String reference = phone.url().substring(phone.url().lastIndexOf('/') + 1);
        phone.navigate(url("/track/" + reference));
        button(phone, zh.get("client.cancel.button")).click();
        assertThat(phone.locator("vaadin-confirm-dialog-overlay")).isVisible();
        picture(phone, "cancel-phone");
        accessible(phone);
        button(phone, zh.get("client.cancel.yes")).click();
        await().atMost(Duration.ofSeconds(30)).until(() -> status(reference).equals("CLOSED"));
        assertThat(phone.locator("h1")).hasText(Pattern.compile(".+"));
        return reference;
    }

    /** The daily work, now and not in some hours. */
    private void endFiles() {
        ScheduledTask daily = schedule.getScheduledTasks().stream()
                .filter(task -> task.toString().contains("CaseFileJob"))
                .findFirst()
                .orElseThrow();
        daily.getTask().getRunnable().run();
    }
}
