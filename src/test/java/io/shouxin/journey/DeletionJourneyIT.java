package io.shouxin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.shouxin.shared.Texts;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The main journey in a real browser against the demo: a client on a phone, then officer, clerk and second person. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeletionJourneyIT extends BrowserJourney {

    /** Longer than the pause between two rounds of changes that are told to open pages, in milliseconds. */
    private static final int PUSHED = 2_000;

    private Page phone;
    private String reference = "";

    @Autowired
    DeletionJourneyIT(JdbcClient jdbc) {
        super(jdbc);
    }

    @Test
    @Order(1)
    void a_client_asks_on_a_phone() {
        phone = phone("zh-CN");
        Texts zh = Texts.chinese();
        phone.navigate(url("/"));
        picture(phone, "home-phone");
        accessible(phone);
        phone.navigate(url("/guide/deletion"));
        accessible(phone);
        signIn(phone, "13800010001", "/delete");
        phone.locator("vaadin-radio-button").first().click();
        next(phone, "delete/note");
        accessible(phone);
        phone.locator("textarea").fill("房子已经买完了，请把我的资料都删掉。😀");
        next(phone, "delete/preview");
        assertThat(phone.locator("main, body").first()).containsText("保留至");
        picture(phone, "preview-phone");
        accessible(phone);
        next(phone, "delete/proof");
        phone.locator("input").last().fill("010009");
        next(phone, "delete/check");
        accessible(phone);
        next(phone, "delete/done");
        reference = phone.url().substring(phone.url().lastIndexOf('/') + 1);
        assertThat(reference).matches("SC-\\d{4}-\\d{6}");
        phone.goBack();
        assertThat(phone.locator("h1")).hasText(zh.get("client.sent.title"));
        phone.navigate(url("/track/" + reference));
        picture(phone, "track-phone");
        accessible(phone);
    }

    @Test
    @Order(2)
    void three_people_of_the_firm_answer_it() {
        Texts zh = Texts.chinese();
        officerDecides(reference);
        Page clerk = staff("chenjing");
        openTask(clerk, reference);
        picture(clerk, "review-desktop");
        accessible(clerk);
        clerk.keyboard().press("c");
        assertThat(clerk.locator(".task-list")).containsText(zh.get("inbox.holder.me"));
        clerk.waitForTimeout(PUSHED);
        assertThat(clerk.locator(".task-list")).containsText(zh.get("inbox.holder.me"));
        assertThat(clerk.locator("nav").first()).containsText(zh.get("staff.cases.title"));
        clerk.keyboard().press("a");
        await().atMost(Duration.ofSeconds(30)).until(() -> status(reference).equals("SECOND_REVIEW"));
        Page second = staff("wangfang");
        openTask(second, reference);
        accessible(second);
        second.keyboard().press("a");
        await().atMost(Duration.ofSeconds(60)).until(() -> status(reference).equals("CLOSED"));

        phone.navigate(url("/track/" + reference));
        assertThat(phone.locator("h1")).hasText(zh.get("client.outcome.PARTLY_COMPLETED"));
        picture(phone, "closed-phone");
        String code = jdbc.sql("SELECT verification_code FROM request WHERE reference = ?")
                .param(reference)
                .query(String.class)
                .single();
        phone.navigate(url("/verify/" + code));
        assertThat(phone.locator("body")).containsText(reference);
        assertThat(phone.locator("body")).not().containsText("陈晓雯");
        accessible(phone);
    }

    @Test
    void the_same_pages_speak_english() {
        Page phone = phone("en-US");
        phone.navigate(url("/"));
        assertThat(phone.locator("h1")).hasText(Texts.english().get("client.home.title"));
        assertThat(phone.locator("html")).hasAttribute("lang", Pattern.compile("en.*"));
        signIn(phone, "13800010002", "/delete");
        phone.locator("vaadin-radio-button").first().click();
        next(phone, "delete/note");
        next(phone, "delete/preview");
        String words = phone.locator("body").innerText();
        assertThat(words.codePoints()
                        .filter(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN)
                        .count())
                .as("an English page without Chinese, but for the firm's own name")
                .isLessThan(40);
        accessible(phone);

        Texts en = Texts.english();
        next(phone, "delete/proof");
        accessible(phone);
        button(phone, en.get("client.proof.skip")).click();
        phone.waitForURL(Pattern.compile(".*/delete/check.*"));
        next(phone, "delete/done");
        accessible(phone);
        String taken = phone.url().substring(phone.url().lastIndexOf('/') + 1);
        phone.navigate(url("/track/" + taken));
        button(phone, en.get("client.cancel.button")).click();
        button(phone, en.get("client.cancel.yes")).click();
        assertThat(phone.locator("h1"))
                .hasText(Pattern.compile(Pattern.quote(en.get("client.cancel.done")) + "|"
                        + Pattern.quote(en.get("client.outcome.CANCELLED"))));
        await().atMost(Duration.ofSeconds(30)).until(() -> status(taken).equals("CLOSED"));
        accessible(phone);
    }

    @Test
    void an_unknown_number_sees_the_same_page_and_no_message_goes_out() {
        Page phone = phone("zh-CN");
        int before = sent();
        phone.navigate(url("/signin"));
        phone.locator("input").first().fill("13999999999");
        primary(phone);
        assertThat(phone.locator("h1")).hasText(Texts.chinese().get("client.code.title"));
        assertThat(sent()).isEqualTo(before);
        phone.locator("input[autocomplete=one-time-code]").fill("000000");
        assertThat(phone.locator("body")).containsText(Texts.chinese().get("client.code.wrong"));
        accessible(phone);
    }

    @Test
    void a_wide_screen_shows_the_client_pages_in_one_column() {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("zh-CN"));
        Page page = context.newPage();
        page.navigate(url("/"));
        assertThat(page.locator("h1")).isVisible();
        double width =
                ((Number) page.evaluate("document.querySelector('h1').getBoundingClientRect().width")).doubleValue();
        assertThat(width).isLessThanOrEqualTo(560);
    }

    private void officerDecides(String reference) {
        Page officer = staff("zhaomin");
        openTask(officer, reference);
        picture(officer, "officer-desktop");
        accessible(officer);
        java.util.UUID request = jdbc.sql("SELECT id FROM request WHERE reference = ?")
                .param(reference)
                .query(java.util.UUID.class)
                .single();
        int open = jdbc.sql(
                        "SELECT count(*) FROM request_decision WHERE request_id = ? AND outcome = 'OFFICER_DECIDES'")
                .param(request)
                .query(Integer.class)
                .single();
        for (int i = 0; i < open; i++) {
            Locator record = officer.locator(".open-decision").nth(i);
            record.locator("vaadin-radio-button")
                    .filter(new Locator.FilterOptions()
                            .setHasText(Texts.chinese().get("Outcome.DELETE_NOW")))
                    .first()
                    .click();
            record.locator("textarea").first().fill("账户信息不再需要，规章未要求留存原文");
        }
        officer.locator("h1, h2").first().click();
        officer.keyboard().press("a");
        await().atMost(Duration.ofSeconds(30)).until(() -> status(reference).equals("REVIEW"));
    }
}
