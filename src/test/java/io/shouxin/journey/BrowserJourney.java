package io.shouxin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.shouxin.testing.Chromium;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** The filled demo and a real browser that goes to it as clients and staff do. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserJourney {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final int DEMO_CASES = 6;

    @LocalServerPort
    private int port;

    final JdbcClient jdbc;
    private final Playwright playwright = Chromium.playwright();
    final Browser browser = Chromium.launch(playwright);

    BrowserJourney(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeAll
    void the_demo_is_filled() {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> jdbc.sql("SELECT count(*) FROM request")
                                        .query(Integer.class)
                                        .single()
                                >= DEMO_CASES
                        && jdbc.sql("SELECT count(*) FROM task WHERE kind = 'second-review'")
                                        .query(Integer.class)
                                        .single()
                                > 0);
    }

    @BeforeEach
    void nobody_has_used_up_the_codes() {
        jdbc.sql("DELETE FROM rate_limit").update();
    }

    @AfterAll
    void close() {
        browser.close();
        playwright.close();
    }

    String status(String reference) {
        return jdbc.sql("SELECT status FROM request WHERE reference = ?")
                .param(reference)
                .query(String.class)
                .single();
    }

    int sent() {
        return jdbc.sql("SELECT count(*) FROM message WHERE state IN ('SENT', 'QUEUED')")
                .query(Integer.class)
                .single();
    }

    Page phone(String locale) {
        return browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setDeviceScaleFactor(2)
                        .setHasTouch(true)
                        .setLocale(locale))
                .newPage();
    }

    Page desktop(String locale) {
        return browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setLocale(locale))
                .newPage();
    }

    Page staff(String username) {
        return staff(username, "zh-CN");
    }

    /** Where the person's role leads them after signing in. */
    Page staff(String username, String locale) {
        Page page = desktop(locale);
        page.navigate(url("/staff/login"));
        page.locator("input[name=username]").first().fill(username);
        page.locator("input[name=password]").first().fill("demo");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/staff/(?!login).*"));
        return page;
    }

    void openTask(Page page, String reference) {
        page.locator(".task-list").getByText(reference).first().click();
        assertThat(page.locator("header, .staff-head, body").first()).containsText(reference);
        page.waitForTimeout(800);
    }

    void signIn(Page page, String number, String route) {
        page.navigate(url(route));
        page.locator("input").first().fill(number);
        primary(page);
        assertThat(page.locator("input[autocomplete=one-time-code]")).isVisible();
        accessible(page);
        page.locator("input[autocomplete=one-time-code]").fill(code(page, number));
        primary(page);
        assertThat(page.locator("vaadin-radio-button").first()).isVisible();
    }

    String code(Page page, String number) {
        Page mailbox = page.context().newPage();
        mailbox.navigate(url("/demo/mailbox"));
        String mail = mailbox.locator(".mail")
                .filter(new Locator.FilterOptions().setHasText(number))
                .first()
                .innerText();
        mailbox.close();
        Matcher matcher = CODE.matcher(mail.substring(mail.indexOf(number) + number.length()));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    static void next(Page page, String route) {
        primary(page);
        page.waitForURL(Pattern.compile(".*/" + route + ".*"));
        assertThat(page.locator("h1")).isVisible();
    }

    static Locator button(Page page, String words) {
        return page.locator("vaadin-button")
                .filter(new Locator.FilterOptions().setHasText(words))
                .last();
    }

    static void primary(Page page) {
        page.locator("vaadin-button[theme~=primary]").last().click();
    }

    static void picture(Page page, String name) {
        assertThat(page.locator("h1").first()).isVisible();
        page.waitForTimeout(700);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    static void accessible(Page page) {
        assertThat(page.locator("h1").first()).isVisible();
        page.waitForFunction("document.title.length > 0");
        page.waitForTimeout(300);
        List<String> serious = new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> List.of("serious", "critical")
                                .contains(String.valueOf(rule.getImpact()).toLowerCase(Locale.ROOT)))
                        .map(BrowserJourney::told)
                        .toList();
        assertThat(serious).as("axe on " + page.url()).isEmpty();
    }

    static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget().toString())
                        .toList();
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }
}
