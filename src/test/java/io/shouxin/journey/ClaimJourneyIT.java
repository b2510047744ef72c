package io.shouxin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.Texts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A claim comes into the register in the middle of a case, and out of it again, in a real browser. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClaimJourneyIT extends BrowserJourney {

    private static final String NUMBER = "GZ-2026-0417";

    private String reference = "";
    private UUID request = new UUID(0, 0);

    @Autowired
    ClaimJourneyIT(JdbcClient jdbc) {
        super(jdbc);
    }

    @Test
    @Order(1)
    void a_claim_that_is_recorded_in_english_puts_the_case_before_the_officer_again() {
        Texts en = Texts.english();
        reference = jdbc.sql("""
                        SELECT reference FROM request
                        WHERE status = 'REVIEW' AND channel = 'PORTAL'
                            AND branch_id IN (SELECT id FROM branch WHERE name LIKE '浦东%')
                        ORDER BY reference LIMIT 1
                        """).query(String.class).single();
        request = jdbc.sql("SELECT id FROM request WHERE reference = ?")
                .param(reference)
                .query(UUID.class)
                .single();
        Page officer = staff("zhaomin", "en-US");
        officer.navigate(url("/staff/cases/" + request));
        button(officer, en.get("staff.claim.record")).click();
        Locator dialog = officer.locator("vaadin-dialog-overlay");
        assertThat(dialog).containsText(en.get("staff.claim.lead"));
        picture(officer, "claim-english");
        accessible(officer);

        button(officer, en.get("staff.claim.send")).click();
        assertThat(dialog).containsText(en.get("staff.claim.missing.side"));
        accessible(officer);

        choose(dialog, en.get("ClaimKind.UNPAID_FEE"));
        choose(dialog, en.get("ClaimSide.FIRM"));
        dialog.locator("vaadin-radio-group")
                .nth(2)
                .locator("vaadin-radio-button")
                .last()
                .click();
        dialog.locator("vaadin-checkbox-group vaadin-checkbox").first().click();
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Locator fields = dialog.locator("vaadin-text-field input, vaadin-date-picker input");
        fields.nth(0).fill(NUMBER);
        type(officer, fields.nth(1), today.minusMonths(2));
        type(officer, fields.nth(2), today.plusMonths(3));
        dialog.locator("textarea").fill("The fee of the deal is unpaid; the contract proves that it is owed.");
        button(officer, en.get("staff.claim.send")).click();

        assertThat(dialog).hasCount(0);
        assertThat(officer.locator("body")).containsText(en.get("staff.claim.again", reference));
        await().atMost(Duration.ofSeconds(30)).until(() -> status(reference).equals("OFFICER_REVIEW"));
        officer.navigate(url("/staff/cases/" + request));
        assertThat(officer.locator("body")).containsText(NUMBER);
        picture(officer, "claim-recorded-english");
        accessible(officer);
    }

    @Test
    @Order(2)
    void the_officer_ends_it_with_a_reason_and_the_case_is_decided_once_more() {
        Texts zh = Texts.chinese();
        Page officer = staff("zhaomin");
        officer.navigate(url("/staff/cases/" + request));
        officer.getByText(zh.get("staff.claim.end"), new Page.GetByTextOptions().setExact(true))
                .click();
        Locator dialog = officer.locator("vaadin-dialog-overlay");
        assertThat(dialog).containsText(zh.get("staff.claim.endLead"));
        picture(officer, "claim-end");
        accessible(officer);
        button(officer, zh.get("staff.claim.endSend")).click();
        assertThat(dialog).isVisible();
        dialog.locator("textarea").fill("佣金已经结清，双方没有别的争议");
        button(officer, zh.get("staff.claim.endSend")).click();

        assertThat(dialog).hasCount(0);
        assertThat(officer.locator("body")).containsText(zh.get("staff.claim.again", reference));
        assertThat(officer.locator("body")).containsText(zh.get("staff.claim.ended"));
        assertThat(jdbc.sql("SELECT count(*) FROM open_claim WHERE reference = ? AND ended_at IS NOT NULL")
                        .param(NUMBER)
                        .query(Integer.class)
                        .single())
                .isOne();
        accessible(officer);
    }

    private static void choose(Locator dialog, String words) {
        dialog.locator("vaadin-radio-button")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
    }

    private static void type(Page page, Locator date, LocalDate day) {
        date.fill(day.toString());
        page.keyboard().press("Tab");
    }
}
