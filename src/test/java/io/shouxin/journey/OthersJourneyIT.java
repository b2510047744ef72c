package io.shouxin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.shouxin.document.HandedInFiles;
import io.shouxin.request.Paper;
import io.shouxin.shared.Texts;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A guardian whose number is on no file asks for a child, on a phone, and hands in the papers. */
class OthersJourneyIT extends BrowserJourney {

    private static final String NUMBER = "13688880001";

    @Autowired
    OthersJourneyIT(JdbcClient jdbc) {
        super(jdbc);
    }

    @Test
    void a_guardian_asks_for_a_child_on_a_phone_and_hands_in_the_papers() {
        Texts zh = Texts.chinese();
        Page phone = phone("zh-CN");
        phone.navigate(url("/"));
        phone.locator("a[href*='guide/others']").click();
        page(phone, zh.get("client.card.others.title"));
        phone.locator("a[href*='guide/others/guardian']").click();
        page(phone, zh.get("client.others.guide.title.GUARDIAN"));
        picture(phone, "others-guide-phone");
        next(phone, "others");
        page(phone, zh.get("client.others.capacity.title"));
        next(phone, "others/kind");
        phone.locator("vaadin-radio-button").first().click();
        next(phone, "others/you");
        page(phone, zh.get("client.others.you.title"));
        phone.getByLabel(zh.get("client.others.you.name")).fill("赵兰");
        phone.getByLabel(zh.get("client.others.you.phone")).fill(NUMBER);
        next(phone, "signin/code");
        page(phone, zh.get("client.code.title"));
        phone.locator("input[autocomplete=one-time-code]").fill(code(phone, NUMBER));
        next(phone, "others/person");
        page(phone, zh.get("client.others.person.title.GUARDIAN"));
        phone.getByLabel(zh.get("client.others.person.name")).fill("赵小满");
        next(phone, "others/scope");
        phone.goBack();
        assertThat(phone.getByLabel(zh.get("client.others.person.name"))).hasValue("赵小满");
        phone.reload();
        assertThat(phone.getByLabel(zh.get("client.others.person.name"))).hasValue("赵小满");
        next(phone, "others/scope");
        phone.locator("vaadin-radio-button").last().click();
        page(phone, zh.get("client.others.scope.title"));
        phone.locator("vaadin-radio-button").first().click();
        next(phone, "others/note");
        next(phone, "others/check");
        page(phone, zh.get("client.check.title"));
        picture(phone, "others-check-phone");
        next(phone, "others/done");
        page(phone, zh.get("client.done.title"));
        String reference = phone.url().substring(phone.url().lastIndexOf('/') + 1);
        phone.goBack();
        assertThat(phone.locator("h1")).hasText(zh.get("client.sent.title"));
        papers(phone, reference);
    }

    private void papers(Page phone, String reference) {
        Texts zh = Texts.chinese();
        phone.navigate(url("/track/" + reference + "/proof"));
        phone.locator("vaadin-radio-button").first().click();
        assertThat(phone.locator("vaadin-upload")).hasCount(2);
        page(phone, zh.get("client.others.upload.title"));
        picture(phone, "others-papers-phone");
        for (int slot = 0; slot < 2; slot++) {
            phone.locator("vaadin-upload")
                    .nth(slot)
                    .locator("input[type=file]")
                    .setInputFiles(new FilePayload("a.jpg", "image/jpeg", HandedInFiles.photo(300, 200)));
            assertThat(phone.locator(".handed-in li")).hasCount(slot + 1);
        }
        assertThat(phone.locator(".handed-in")).containsText(zh.label(Paper.HOUSEHOLD_REGISTER));
        primary(phone);
        assertThat(phone.locator("h1")).hasText(zh.get("client.upload.sent"));
        await().atMost(Duration.ofSeconds(30)).until(() -> status(reference).equals("RECEIVED"));
        phone.navigate(url("/track/" + reference));
        page(phone, zh.get("client.status.PROOF_SENT"));
        picture(phone, "others-track-phone");
    }

    /** The page of this title, usable by everybody on this screen. */
    private static void page(Page phone, String title) {
        assertThat(phone.locator("h1")).hasText(title);
        accessible(phone);
        assertThat(fits(phone)).as("no wider than the screen: %s", phone.url()).isTrue();
    }
}
