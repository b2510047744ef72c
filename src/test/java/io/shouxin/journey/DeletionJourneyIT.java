package io.shouxin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.shouxin.request.Channel;
import io.shouxin.shared.Texts;
import java.time.Duration;
import java.util.List;
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
        phone.context().setOffline(true);
        primary(phone);
        phone.waitForTimeout(PUSHED);
        assertThat(phone.locator("textarea")).hasValue("房子已经买完了，请把我的资料都删掉。😀");
        phone.context().setOffline(false);
        phone.waitForURL(Pattern.compile(".*/delete/preview.*"), new Page.WaitForURLOptions().setTimeout(60_000));
        assertThat(phone.locator("main, body").first()).containsText("只存不用至");
        accessible(phone);
        phone.waitForTimeout(PUSHED);
        picture(phone, "preview-phone");
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
        lookAround(clerk);
        lookAtSheets(clerk);
        clerk.keyboard().press("a");
        await().atMost(Duration.ofSeconds(30)).until(() -> status(reference).equals("SECOND_REVIEW"));
        Page second = staff("wangfang", "en-US");
        openTask(second, reference);
        assertThat(second.locator("body")).containsText(Texts.english().get("staff.bar.confirm.erasing"));
        accessible(second);
        second.keyboard().press("a");
        await().atMost(Duration.ofSeconds(60)).until(() -> status(reference).equals("CLOSED"));

        phone.navigate(url("/track/" + reference));
        assertThat(phone.locator("h1")).hasText(zh.get("client.outcome.PARTLY_COMPLETED"));
        picture(phone, "closed-phone");
        paper(phone, "certificate-zh", "certificate");
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
    void on_a_wide_screen_in_english_a_client_asks_and_takes_it_back() {
        Page page = desktop("en-US");
        page.navigate(url("/"));
        assertThat(page.locator("h1")).hasText(Texts.english().get("client.home.title"));
        assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile("en.*"));
        signIn(page, "13800010002", "/delete");
        page.locator("vaadin-radio-button").first().click();
        next(page, "delete/note");
        next(page, "delete/preview");
        String words = page.locator("body").innerText();
        for (String held : page.locator(".record-fields").allInnerTexts()) {
            words = words.replace(held, "");
        }
        assertThat(words.codePoints()
                        .filter(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN)
                        .count())
                .as("an English page without Chinese, but for the firm's own name and what is written in the records")
                .isLessThan(40);
        accessible(page);

        Texts en = Texts.english();
        next(page, "delete/proof");
        accessible(page);
        next(page, "delete/check");
        next(page, "delete/done");
        page.keyboard().press("End");
        accessible(page);
        String taken = page.url().substring(page.url().lastIndexOf('/') + 1);
        page.navigate(url("/track/" + taken));
        button(page, en.get("client.cancel.button")).click();
        assertThat(page.locator("vaadin-confirm-dialog-overlay")).isVisible();
        accessible(page);
        page.keyboard().press("Escape");
        assertThat(page.locator("vaadin-confirm-dialog-overlay")).hasCount(0);
        assertThat(button(page, en.get("client.cancel.button"))).isFocused();
        page.keyboard().press("Enter");
        button(page, en.get("client.cancel.yes")).click();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> List.of(en.get("client.cancel.done"), en.get("client.outcome.CANCELLED"))
                        .contains(page.locator("h1").innerText()));
        await().atMost(Duration.ofSeconds(30)).until(() -> status(taken).equals("CLOSED"));
        accessible(page);
    }

    @Test
    void a_refusal_needs_its_reason_and_a_second_person() {
        Texts zh = Texts.chinese();
        String counter = jdbc.sql("SELECT reference FROM request WHERE channel = 'COUNTER' AND status <> 'CLOSED'")
                .query(String.class)
                .single();
        if (status(counter).equals("OFFICER_REVIEW")) {
            officerDecides(counter);
        }
        Page clerk = staff("chenjing");
        openTask(clerk, counter);
        clerk.keyboard().press("r");
        Locator sheet = clerk.locator("aside.side-sheet");
        assertThat(sheet.locator("h2")).isVisible();
        button(clerk, zh.get("staff.refuse.send")).click();
        assertThat(sheet).containsText(zh.get("request.error.fieldMissing.code"));
        sheet.locator("vaadin-radio-button")
                .filter(new Locator.FilterOptions().setHasText(zh.get("retention.refusal.R13")))
                .click();
        accessible(clerk);
        clerk.context().setOffline(true);
        sheet.locator("textarea").fill("合同尚未到期，款项还没有结清");
        clerk.waitForTimeout(PUSHED);
        button(clerk, zh.get("staff.refuse.send")).click();
        clerk.waitForTimeout(PUSHED);
        assertThat(sheet.locator("textarea")).hasValue("合同尚未到期，款项还没有结清");
        assertThat(status(counter)).isEqualTo("REVIEW");
        clerk.context().setOffline(false);
        await().atMost(Duration.ofSeconds(30)).until(() -> status(counter).equals("SECOND_REVIEW"));

        Page second = staff("wangfang");
        openTask(second, counter);
        assertThat(second.locator("main, body").first()).containsText("款项还没有结清");
        second.keyboard().press("a");
        await().atMost(Duration.ofSeconds(60)).until(() -> status(counter).equals("CLOSED"));
        assertThat(jdbc.sql("SELECT outcome || ' ' || refusal_code FROM request WHERE reference = ?")
                        .param(counter)
                        .query(String.class)
                        .single())
                .isEqualTo("REFUSED R13");
    }

    @Test
    void what_is_entered_for_a_client_while_the_connection_is_lost_is_not_lost() {
        Texts zh = Texts.chinese();
        String said = "来信写明：请删除全部资料，不必回电。";
        Page clerk = staff("chenjing");
        clerk.navigate(url("/staff/requests/new"));
        clerk.getByLabel(zh.get("staff.people.query")).fill("无此人甲");
        button(clerk, zh.get("staff.people.search")).click();
        clerk.locator(".person-choice vaadin-radio-button").last().click();
        clerk.getByLabel(zh.get("staff.new.name"), new Page.GetByLabelOptions().setExact(true))
                .fill("无此人甲");
        clerk.locator("vaadin-radio-button")
                .filter(new Locator.FilterOptions().setHasText(zh.label(Channel.LETTER)))
                .click();
        clerk.waitForTimeout(PUSHED);
        int before = requests();
        clerk.context().setOffline(true);
        clerk.locator("textarea").fill(said);
        clerk.waitForTimeout(PUSHED);
        button(clerk, zh.get("staff.new.submit")).click();
        clerk.waitForTimeout(PUSHED);
        assertThat(clerk.locator("textarea")).hasValue(said);
        assertThat(requests()).isEqualTo(before);
        clerk.context().setOffline(false);
        assertThat(clerk.locator("h1"))
                .hasText(zh.get("staff.new.done"), new LocatorAssertions.HasTextOptions().setTimeout(60_000));
        assertThat(requests()).isEqualTo(before + 1);
        clerk.locator("a")
                .filter(new Locator.FilterOptions().setHasText(zh.get("staff.new.toCase")))
                .click();
        assertThat(clerk.locator("main, body").first()).containsText(said);
    }

    private int requests() {
        return jdbc.sql("SELECT count(*) FROM request").query(Integer.class).single();
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
        primary(phone);
        assertThat(phone.locator("body")).containsText(Texts.chinese().get("client.code.wrong"));
        accessible(phone);
    }

    @Test
    void a_wide_screen_shows_the_client_pages_in_one_column() {
        Page page = desktop("zh-CN");
        page.navigate(url("/"));
        assertThat(page.locator("h1")).isVisible();
        double width =
                ((Number) page.evaluate("document.querySelector('h1').getBoundingClientRect().width")).doubleValue();
        assertThat(width).isLessThanOrEqualTo(560);
    }

    /** J and K open the tasks after and before this one. */
    private static void lookAround(Page clerk) {
        String mine = clerk.url();
        Locator tasks = clerk.locator(".task-list a[href*='staff/inbox/']");
        assertThat(tasks).not().hasCount(1);
        boolean last = mine.endsWith(tasks.last().getAttribute("href"));
        clerk.keyboard().press(last ? "k" : "j");
        clerk.waitForURL(url -> !url.equals(mine));
        clerk.waitForTimeout(PUSHED);
        clerk.keyboard().press(last ? "j" : "k");
        clerk.waitForURL(mine);
        clerk.waitForTimeout(PUSHED);
    }

    /** E and Q open their sheets; what was written on one is there when it is opened again. */
    private static void lookAtSheets(Page clerk) {
        Texts zh = Texts.chinese();
        Locator sheet = clerk.locator("aside.side-sheet");
        clerk.keyboard().press("e");
        assertThat(sheet.locator("h2")).hasText(zh.get("staff.adjust.title"));
        accessible(clerk);
        clerk.keyboard().press("Escape");
        assertThat(sheet).isHidden();
        clerk.keyboard().press("q");
        assertThat(sheet.locator("h2")).hasText(zh.get("staff.ask.title"));
        sheet.locator("textarea").fill("请问包括");
        sheet.locator("textarea").press("Escape");
        assertThat(sheet).isHidden();
        clerk.keyboard().press("q");
        assertThat(sheet.locator("textarea")).hasValue("请问包括");
        accessible(clerk);
        clerk.keyboard().press("Escape");
        assertThat(sheet).isHidden();
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
