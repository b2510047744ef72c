package io.shouxin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.shouxin.journey.BrowserSteps.accessible;
import static io.shouxin.journey.BrowserSteps.button;
import static io.shouxin.journey.BrowserSteps.primary;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import io.shouxin.setup.SetUpStep;
import io.shouxin.setup.internal.SetUpStage;
import io.shouxin.shared.Texts;
import io.shouxin.testing.Chromium;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A portal without a profile in a real browser: from nothing to a firm whose first colleague signs in, and leaves. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "shouxin.testing.stage=set-up-journey")
@Import(SetUpJourneyIT.Screen.class)
class SetUpJourneyIT {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/setup#\\S+");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String PASSWORD = "lantern-copper-meadow";
    private static final String OWN = "harvest-pebble-violin";

    private final SetUpStage.Console console;
    private final Playwright playwright = Chromium.playwright();
    private final Browser browser = Chromium.launch(playwright);

    @LocalServerPort
    private int port;

    @Autowired
    SetUpJourneyIT(SetUpStage.Console console) {
        this.console = console;
    }

    @TestConfiguration
    static class Screen {
        @Bean
        SetUpStage.Console console() {
            return new SetUpStage.Console();
        }
    }

    @AfterEach
    void close() {
        browser.close();
        playwright.close();
    }

    @Test
    void an_owner_sets_up_the_firm_and_a_colleague_comes_and_goes(@TempDir Path stick) {
        Page english = tab("en-US");
        english.navigate(url("/staff/inbox"));
        assertThat(english).hasURL(url("/setup"));
        assertThat(english.locator("h1")).hasText("No firm has been set up here yet");

        Page owner = tab("zh-CN");
        owner.navigate(url("/"));
        assertThat(owner).hasURL(url("/setup"));
        looked(owner, "setup-zh-door");
        owner.navigate(link());
        asked(owner, "您的公司叫什么，在哪里？");
        assertThat(owner.url()).doesNotContain("#");
        english.navigate(link());
        assertThat(english.locator("[role=alert]")).containsText("This link does not work");

        answer(owner, "公司名称", "安居房产");
        answer(owner, "地址", "示例路 1 号");
        primary(owner);
        asked(owner, "客户有问题，找谁？");
        answer(owner, "联系人", "赵敏");
        answer(owner, "电话", "021-5550 0100");
        answer(owner, "邮箱", "privacy@firm.example");
        primary(owner);
        asked(owner, "客户不满意，还可以向哪个部门投诉？");
        answer(owner, "主管部门", "示例区房屋管理部门");
        primary(owner);
        asked(owner, "有哪些门店，各做什么？");
        answer(owner, "门店名称", "浦东一店");
        choose(owner, "房产中介");
        primary(owner);
        asked(owner, "公司适用哪里的法律？");
        choose(owner, "中国大陆");
        primary(owner);
        asked(owner, "公司有多少人的个人信息？");
        answer(owner, "人数", "80000");
        assertThat(owner.locator("body")).containsText("小型个人信息处理者");
        primary(owner);
        asked(owner, "谁是第一位管理员？");
        answer(owner, "账号", "zhangwei");
        answer(owner, "姓名", "张伟");
        answer(owner, "密码", PASSWORD);
        answer(owner, "再输一遍密码", PASSWORD);
        owner.locator("vaadin-checkbox").first().click();
        primary(owner);
        asked(owner, "密钥放在哪里，备份能不能打开？");
        Download download =
                owner.waitForDownload(() -> owner.locator("a[href*=dynamic]").click());
        Path copy = stick.resolve("wrapping-keys.json");
        download.saveAs(copy);
        owner.locator("vaadin-upload input[type=file]").setInputFiles(copy);
        assertThat(owner.locator("body")).containsText("这份备份能打开");
        primary(owner);
        asked(owner, "请核对");
        everyQuestionIn(owner, "EN – English");
        everyQuestionIn(owner, "中文");
        asked(owner, "请核对");
        primary(owner);
        asked(owner, "设置完成");
        looked(owner, "setup-zh-done");
        primary(owner);
        assertThat(owner).hasURL(url("/staff/login"));

        signIn(owner, "zhangwei", PASSWORD);
        asked(owner, "管理");
        looked(owner, "administration");
        Page clerk = tab("zh-CN");
        String start = openAccount(owner);
        signIn(clerk, "lina", start);
        asked(clerk, "换成自己的密码");
        looked(clerk, "password");
        clerk.navigate(url("/staff/inbox"));
        asked(clerk, "换成自己的密码");
        replacePassword(clerk, start);
        signIn(clerk, "lina", OWN);
        assertThat(clerk).hasURL(Pattern.compile(".*/staff/inbox.*"));

        owner.locator("a", new Page.LocatorOptions().setHasText("打开这个人的页面")).click();
        asked(owner, "李娜");
        looked(owner, "administration-person");
        button(owner, "办理离职").click();
        owner.locator("vaadin-confirm-dialog-overlay vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("办理离职"))
                .click();
        assertThat(owner.locator("body")).containsText("已办理离职");
        clerk.navigate(url("/staff/cases"));
        assertThat(clerk.locator("body")).containsText("请重新登录");
    }

    /** What was answered stays where it is when the language changes and when a question is asked again. */
    private void everyQuestionIn(Page owner, String language) {
        boolean english = language.startsWith("EN");
        Texts texts = english ? Texts.english() : Texts.chinese();
        owner.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(language).setExact(true))
                .first()
                .click();
        assertThat(owner.locator("html")).hasAttribute("lang", Pattern.compile(english ? "en.*" : "zh.*"));
        for (SetUpStep step : SetUpStep.values()) {
            owner.navigate(url("/" + step.route()));
            assertThat(owner).hasURL(url("/" + step.route()));
            assertThat(owner.locator("header").first()).containsText(texts.get("setup.title"));
            looked(owner, "setup-" + (english ? "en-" : "zh-") + step.name().toLowerCase(Locale.ROOT));
            if (english) {
                assertThat(owner.locator("h1, h2, vaadin-button, .lead").allInnerTexts())
                        .as("words at %s", step)
                        .noneMatch(words -> CHINESE.matcher(words).find());
            }
        }
    }

    /** On a desk and in a hand: accessible, and nothing lies beside the screen. */
    private static void looked(Page page, String name) {
        for (boolean phone : new boolean[] {true, false}) {
            page.setViewportSize(phone ? 390 : 1280, phone ? 844 : 900);
            accessible(page);
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("%s fits a %s", page.url(), phone ? "phone" : "desktop")
                    .isTrue();
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve(name + (phone ? "-phone" : "-desktop") + ".png")));
        }
    }

    private String openAccount(Page owner) {
        owner.navigate(url("/staff/administration/new"));
        asked(owner, "新增人员");
        looked(owner, "administration-new");
        answer(owner, "账号", "lina");
        answer(owner, "姓名", "李娜");
        choose(owner, "专员");
        choose(owner, "浦东一店");
        primary(owner);
        Locator password = owner.locator(".notice .code").first();
        assertThat(password).isVisible();
        return password.innerText();
    }

    private static void replacePassword(Page clerk, String start) {
        answer(clerk, "现在的密码", start);
        answer(clerk, "新密码", OWN);
        answer(clerk, "再输一遍新密码", OWN);
        clerk.locator("vaadin-checkbox").first().click();
        primary(clerk);
        assertThat(clerk.locator("body")).containsText("请重新登录");
    }

    private void signIn(Page page, String username, String password) {
        page.navigate(url("/staff/login"));
        asked(page, Texts.chinese().get("staff.signIn.title"));
        Locator name = page.locator("input[name=username]").first();
        Locator word = page.locator("input[name=password]").first();
        name.fill(username);
        word.fill(password);
        assertThat(name).hasValue(username);
        word.press("Enter");
        page.waitForURL(Pattern.compile(".*/staff/(?!login).*"));
    }

    private static void asked(Page page, String title) {
        assertThat(page.locator("h1").first()).hasText(title);
        accessible(page);
    }

    private static void answer(Page page, String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .locator("visible=true")
                .first()
                .fill(text);
        page.keyboard().press("Tab");
    }

    private static void choose(Page page, String words) {
        page.locator("vaadin-radio-button, vaadin-checkbox")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
    }

    private String link() {
        Matcher link = LINK.matcher(console.printed().get(console.printed().size() - 1));
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private Page tab(String locale) {
        return browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setLocale(locale))
                .newPage();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
