package io.shouxin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.shouxin.document.PdfText;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One whole case by browser alone: a clerk brings a list in, its client asks from the front page on, the firm answers, letter and
 * certificate are read. The clients are the lists' own, so that no other journey through the demo meets them.
 */
class WholeJourneyIT extends BrowserJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private boolean inTheHand;
    private Texts texts = Texts.chinese();

    @Autowired
    WholeJourneyIT(JdbcClient jdbc) {
        super(jdbc);
    }

    /** A sale of this year with an account: the officer decides what the rules leave open, and a second person confirms what is kept. */
    @Test
    void in_english_and_in_the_hand_from_the_front_page_to_letter_and_certificate(@TempDir Path folder)
            throws IOException {
        inTheHand = true;
        texts = Texts.english();
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Path list = Files.writeString(
                folder.resolve("clients.csv"),
                "客户编号,姓名,手机号,身份证号,需求类型,成交类型,成交日期,成交价(万元),经纪服务合同编号,合同终止日期,银行账号,录入日期,备注\n"
                        + "KH9001,李思行,13800019001,990101198001018016,首次购房,买卖," + today.minusDays(200)
                        + ",420,HT-2026-90001,"
                        + today.minusDays(110) + ",6222000012345678901," + today.minusDays(230) + ",周末看房\n");
        assertThat(whole("chenjing", list, "13800019001", "李思行", "018016"))
                .containsExactly("OFFICER_REVIEW", "REVIEW", "SECOND_REVIEW");
    }

    /** Care that is over, and nothing on file to ask for: the clerk calls. */
    @Test
    void in_chinese_and_on_a_desk_from_the_front_page_to_letter_and_certificate(@TempDir Path folder)
            throws IOException {
        inTheHand = false;
        texts = Texts.chinese();
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Path list = Files.writeString(
                folder.resolve("家政客户.csv"),
                "客户姓名,联系电话,服务地址,门锁密码,服务类型,服务频次,家庭成员,老人健康情况,过敏与忌口,合同开始,合同结束,付款账户,服务员,服务员身份证号,备注\n"
                        + "傅雅琳,13800029001,徐汇区玉兰路 68 弄 3 号 1202 室,482914,养老护理,每周3次,独居老人,高血压，每日服药,不吃海鲜,"
                        + today.minusDays(700) + "," + today.minusDays(90) + ",6222000012345678901,周巧玲,,钥匙存放在门店\n");
        assertThat(whole("liuyang", list, "13800029001", "傅雅琳", ""))
                .as("whoever called the client does not decide alone")
                .containsExactly("AWAITING_CALL", "REVIEW", "SECOND_REVIEW");
    }

    /**
     * @param proof what only the client knows; of whom nothing of the kind is on file, the clerk calls
     * @return where people of the firm had to decide, in order
     */
    private List<String> whole(String clerk, Path list, String number, String name, String proof) {
        Map<String, Page> atWork = new HashMap<>();
        atWork.put(clerk, staff(clerk, screen()));
        brought(atWork.get(clerk), list);
        Page client = screen();
        String reference = asked(client, number, proof);
        List<String> desks = answered(reference, clerk, atWork);
        told(client, reference, name);
        return desks;
    }

    private Page screen() {
        String locale = texts.isChinese() ? "zh-CN" : "en-US";
        return inTheHand ? phone(locale) : desktop(locale);
    }

    private void brought(Page clerk, Path list) {
        clerk.navigate(url("/staff/imports"));
        looked(clerk);
        clerk.locator("vaadin-upload input[type=file]").setInputFiles(list);
        clerk.waitForURL(Pattern.compile(".*/staff/imports/.+"));
        button(clerk, texts.get("imports.mapping.try")).waitFor();
        looked(clerk);
        button(clerk, texts.get("imports.mapping.try")).click();
        button(clerk, texts.get("imports.trial.import"))
                .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE.toMillis()));
        looked(clerk);
        button(clerk, texts.get("imports.trial.import")).click();
        assertThat(clerk.locator("body"))
                .containsText(
                        texts.get("ImportState.COMPLETED"),
                        new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE.toMillis()));
        looked(clerk);
    }

    private String asked(Page client, String number, String proof) {
        client.navigate(url("/"));
        looked(client);
        client.locator("a[href$='guide/deletion']").click();
        client.waitForURL(url("/guide/deletion"));
        looked(client);
        button(client, texts.get("client.guide.start")).click();
        client.waitForURL(Pattern.compile(".*/signin.*"));
        looked(client);
        identify(client, number);
        client.waitForURL(Pattern.compile(".*/delete"));
        assertThat(client.locator("vaadin-radio-button").first()).isVisible();
        looked(client);
        client.locator("vaadin-radio-button").first().click();
        next(client, "delete/note");
        looked(client);
        client.locator("textarea").fill(texts.isChinese() ? "请把我的资料都删掉" : "Please delete all you hold about me");
        for (String step : List.of("preview", "proof", "check", "done")) {
            next(client, "delete/" + step);
            looked(client);
            if (step.equals("proof") && !proof.isEmpty()) {
                client.getByRole(AriaRole.TEXTBOX).last().fill(proof);
            }
        }
        String reference = client.url().substring(client.url().lastIndexOf('/') + 1);
        assertThat(reference).matches("SC-\\d{4}-\\d{6}");
        return reference;
    }

    /** By officer and second person too, where the case needs them. */
    private List<String> answered(String reference, String clerk, Map<String, Page> atWork) {
        Map<String, String> whose = Map.of(
                "AWAITING_CALL", clerk, "OFFICER_REVIEW", "zhaomin", "REVIEW", clerk, "SECOND_REVIEW", "wangfang");
        List<String> desks = new ArrayList<>();
        String stage = "";
        while (!stage.equals("CLOSED")) {
            String before = stage;
            stage = await().atMost(PATIENCE)
                    .until(
                            () -> status(reference),
                            now -> !now.equals(before) && (whose.containsKey(now) || now.equals("CLOSED")));
            String who = whose.get(stage);
            if (who != null) {
                desks.add(stage);
                decided(atWork.computeIfAbsent(who, name -> staff(name, screen())), reference, stage);
            }
        }
        return desks;
    }

    private void decided(Page page, String reference, String stage) {
        page.navigate(url("/staff/inbox"));
        looked(page);
        openTask(page, reference);
        if (stage.equals("AWAITING_CALL")) {
            chosen(page.locator("vaadin-radio-button"), texts.get("ProofMethod.CALLED_BACK"));
            page.locator("textarea").first().fill("The client named address and contract");
        }
        if (stage.equals("SECOND_REVIEW")) {
            drawn(page, "second-review");
        }
        Locator open = page.locator(".open-decision");
        for (int i = 0; i < open.count(); i++) {
            chosen(open.nth(i).locator("vaadin-radio-button"), texts.get("Outcome.DELETE_NOW"));
            open.nth(i).locator("textarea").first().fill("账户信息不再需要，规章未要求留存原文");
        }
        // at the end nothing lies half below the bar, where axe would measure the rest of it
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
        looked(page);
        page.locator(".decision-bar vaadin-button[theme~=primary]").last().click();
    }

    /** The process on its picture, with the step that the case has reached. */
    private void drawn(Page page, String step) {
        button(page, texts.get("staff.process.picture")).click();
        assertThat(page.locator("bpmn-diagram .djs-visual").first()).isVisible();
        assertThat(page.locator("bpmn-diagram .current[data-element-id]")).hasCount(1);
        assertThat(page.locator("bpmn-diagram .current")).hasAttribute("data-element-id", step);
        looked(page);
        button(page, texts.get("ui.close")).click();
        assertThat(page.locator("bpmn-diagram")).hasCount(0);
    }

    private static void chosen(Locator choices, String words) {
        choices.filter(new Locator.FilterOptions().setHasText(words)).first().click();
    }

    private void told(Page client, String reference, String name) {
        client.navigate(url("/track/" + reference));
        String outcome = jdbc.sql("SELECT outcome FROM request WHERE reference = ?")
                .param(reference)
                .query(String.class)
                .single();
        assertThat(outcome).isIn("COMPLETED", "PARTLY_COMPLETED");
        assertThat(client.locator("h1")).hasText(texts.get("client.outcome." + outcome));
        looked(client);
        String language = texts.isChinese() ? "zh" : "en";
        assertThat(paper(client, "letter-" + language)).contains(reference);
        String certificate = paper(client, "certificate-" + language);
        assertThat(certificate).contains(reference).doesNotContain(name);
        String code = jdbc.sql("SELECT verification_code FROM request WHERE reference = ?")
                .param(reference)
                .query(String.class)
                .single();
        assertThat(certificate).contains(code);

        client.navigate(url("/verify"));
        looked(client);
        client.getByRole(AriaRole.TEXTBOX).first().fill(code);
        primary(client);
        assertThat(client.locator("body")).containsText(reference);
        assertThat(client.locator("body")).not().containsText(name);
        looked(client);
    }

    private String paper(Page client, String name) {
        Locator link = client.locator("a.document-link[href*='" + name + "']");
        assertThat(link).isVisible();
        APIResponse paper = client.context().request().get(url(link.getAttribute("href")));
        assertThat(paper.status()).isEqualTo(200);
        assertThat(paper.headers().get("content-type")).startsWith("application/pdf");
        return PdfText.of(paper.body());
    }

    private static void looked(Page page) {
        accessible(page);
        assertThat(fits(page)).as(page.url() + " fits the screen").isTrue();
    }
}
