package io.shouxin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.shouxin.testing.Chromium;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** What clients and staff do in a real browser, wherever the portal runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserSteps {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private final Playwright playwright = Chromium.playwright();
    final Browser browser = Chromium.launch(playwright);

    /** The address of a path of the portal. */
    abstract String url(String path);

    @AfterAll
    void close() {
        browser.close();
        playwright.close();
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
        return staff(username, desktop(locale));
    }

    Page staff(String username, Page page) {
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
        identify(page, number);
        assertThat(page.locator("vaadin-radio-button").first()).isVisible();
    }

    /** Where the page asks who is there. */
    void identify(Page page, String number) {
        assertThat(page.locator("input").first()).isVisible();
        page.locator("input").first().fill(number);
        primary(page);
        assertThat(page.locator("input[autocomplete=one-time-code]")).isVisible();
        accessible(page);
        page.locator("input[autocomplete=one-time-code]").fill(code(page, number));
        primary(page);
        assertThat(page.locator("input[autocomplete=one-time-code]")).hasCount(0);
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

    /** Keeps a document that the page offers beside the pictures. */
    void paper(Page page, String document, String name) {
        String link = page.locator("a.document-link[href*='" + document + "']").getAttribute("href");
        APIResponse paper = page.request().get(url(link));
        assertThat(paper.status()).isEqualTo(200);
        try {
            Files.write(PICTURES.resolve(name + ".pdf"), paper.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void accessible(Page page) {
        assertThat(serious(page)).as("axe on " + page.url()).isEmpty();
    }

    /** Nothing lies beside the screen. */
    static boolean fits(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth");
    }

    /** What axe-core finds serious on the page once it is there. */
    static List<String> serious(Page page) {
        // the inbox in the hand shows its list under a smaller heading while the detail is out of sight
        assertThat(page.locator("h1:visible, h2:visible").first()).isVisible();
        page.waitForFunction("document.title.length > 0");
        page.waitForTimeout(300);
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> List.of("serious", "critical")
                                .contains(String.valueOf(rule.getImpact()).toLowerCase(Locale.ROOT)))
                        .map(BrowserSteps::told)
                        .toList();
    }

    static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget().toString())
                        .toList();
    }
}
