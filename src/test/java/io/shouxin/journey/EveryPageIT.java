package io.shouxin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.shouxin.request.Channel;
import io.shouxin.request.NewRequest;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestIntake;
import io.shouxin.shared.Texts;
import io.shouxin.spine.DeletionWish;
import io.shouxin.spine.TestFirm;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.Subjects;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page for everybody who may open it: accessible, no wider than the screen, in words of one language. */
class EveryPageIT extends BrowserJourney {

    /** A key that nobody has put into words, as it would be shown. */
    private static final Pattern RAW = Pattern.compile(
            "!\\{|![a-zA-Z]+(\\.[\\w-]+)+|\\b(" + String.join("|", Texts.AREAS) + ")(\\.[a-zA-Z][\\w-]*){2,}");

    private static final Pattern ENGLISH_SENTENCE = Pattern.compile("([A-Za-z][a-z']*[ ,;:]+){4,}[a-z']+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern MASKED_NAME = Pattern.compile("\\p{IsHan}\\*+");

    /** What is short and said on every page. */
    private static final String LABELS = "nav a, th, vaadin-button, h1, h2, h3, label, dt, legend";

    private static final String CLIENT = "13800010003";

    /** Of the pages that one list leads to. */
    private static final int MOST = 5;

    private final Subjects subjects;
    private final RequestIntake intake;

    @Autowired
    EveryPageIT(JdbcClient jdbc, Subjects subjects, RequestIntake intake) {
        super(jdbc);
        this.subjects = subjects;
        this.intake = intake;
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, false", "en-US, true"})
    void every_page_is_accessible_fits_its_screen_and_speaks_one_language(String locale, boolean inTheHand) {
        Look look = look(locale, inTheHand);
        Page stranger = screen(locale, inTheHand);
        look.at(
                stranger,
                "",
                "guide/deletion",
                "guide/others",
                "guide/others/guardian",
                "guide/others/agent",
                "guide/others/relative",
                "others",
                "signin",
                "track",
                "verify",
                "staff/login",
                "demo/mailbox",
                "setup",
                "none");

        Page client = screen(locale, inTheHand);
        client.navigate(url("/mine"));
        identify(client, CLIENT);
        assertThat(client).hasURL(url("/mine"));
        look.at(client, "", "mine", "mine/requests", "delete");
        look.atFirst(client, "mine/requests", "track/");
        look.at(client, "track/" + waitsForProof() + "/proof");

        officersPages(look, locale, inTheHand);

        Page clerk = staff("chenjing", screen(locale, inTheHand));
        look.at(
                clerk,
                "staff/inbox",
                "staff/cases",
                "staff/people",
                "staff/people/" + somebody(),
                "staff/requests/new");
        look.at(clerk, "staff/imports", "staff/undelivered");
        look.atFirst(clerk, "staff/cases", "staff/cases/");
        look.atFirst(clerk, "staff/imports", "staff/imports/");
        look.atEach(clerk, "staff/inbox", "staff/inbox/");

        Page second = staff("wangfang", screen(locale, inTheHand));
        look.at(second, "staff/inbox", "staff/sweeps", "staff/cases", "staff/undelivered");
        look.atEach(second, "staff/inbox", "staff/inbox/");

        Page legal = staff("sunlei", screen(locale, inTheHand));
        look.at(legal, "staff/cases", "staff/people", "staff/people/" + somebody());
        look.atFirst(legal, "staff/cases", "staff/cases/");

        auditorsPages(look, locale, inTheHand);
        administratorsPages(look, locale, inTheHand);
        look.found.assertAll();
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, true", "en-US, false"})
    void those_who_see_most_do_so_in_chinese_in_the_hand_and_in_english_at_a_desk_too(
            String locale, boolean inTheHand) {
        Look look = look(locale, inTheHand);
        officersPages(look, locale, inTheHand);
        auditorsPages(look, locale, inTheHand);
        administratorsPages(look, locale, inTheHand);
        look.found.assertAll();
    }

    private void officersPages(Look look, String locale, boolean inTheHand) {
        Page officer = staff("zhaomin", screen(locale, inTheHand));
        proposeSweep(officer);
        look.at(
                officer,
                "staff/inbox",
                "staff/sweeps",
                "staff/calendar",
                "staff/cases",
                "staff/people",
                "staff/imports");
        look.at(officer, "staff/undelivered", "staff/requests/new", "staff/password", "staff/unusual");
        look.at(officer, "staff/administration/firm");
        look.atFirst(officer, "staff/sweeps", "staff/sweeps/");
        look.atFirst(officer, "staff/cases", "staff/cases/");
        look.atEach(officer, "staff/inbox", "staff/inbox/");
    }

    private void auditorsPages(Look look, String locale, boolean inTheHand) {
        Page auditor = staff("linxi", screen(locale, inTheHand));
        look.at(auditor, "staff/cases", "staff/sweeps", "staff/unusual");
        look.atFirst(auditor, "staff/sweeps", "staff/sweeps/");
        look.atFirst(auditor, "staff/cases", "staff/cases/");
    }

    private void administratorsPages(Look look, String locale, boolean inTheHand) {
        Page administrator = staff("guanli", screen(locale, inTheHand));
        look.at(administrator, "staff/administration", "staff/administration/new", "staff/administration/channels");
        look.at(administrator, "staff/calendar", "staff/imports", "staff/administration/firm");
        look.atFirst(administrator, "staff/administration/firm", "staff/administration/firm/");
        look.atEach(administrator, "staff/administration/channels", "administration/channels/");
        look.atFirst(administrator, "staff/administration", "staff/administration/people/");
    }

    private Look look(String locale, boolean inTheHand) {
        return new Look(locale.startsWith("zh") ? Texts.chinese() : Texts.english(), inTheHand ? "dark" : "light");
    }

    /** A desk by day; in the hand a device that is set to dark, where the words are longest and the screen is narrowest. */
    private Page screen(String locale, boolean inTheHand) {
        Page page = inTheHand ? phone(locale) : desktop(locale);
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(inTheHand ? ColorScheme.DARK : ColorScheme.LIGHT));
        return page;
    }

    /** So that there is one to look at: what is due in the demo, as the officer would look for it. */
    private void proposeSweep(Page officer) {
        officer.navigate(url("/staff/sweeps"));
        assertThat(officer.locator("h1").first()).isVisible();
        if (officer.locator("main a[href*='staff/sweeps/']").count() == 0) {
            officer.locator("main vaadin-button").first().click();
            officer.waitForURL(Pattern.compile(".*/staff/sweeps/.+"));
        }
    }

    /** A case of the client's in which a code was not proof enough: files are welcome. */
    private String waitsForProof() {
        UUID person =
                subjects.byIdentifier(IdentifierKind.PHONE, CLIENT).iterator().next();
        NewRequest wish = DeletionWish.of(new TestFirm.Client(person, person, CLIENT, "", List.of()), Channel.PORTAL)
                .proven(ProofMethod.ONE_TIME_CODE)
                .request();
        String reference = TestFirm.asClient(person, () -> intake.submit(wish)).reference();
        await().atMost(Duration.ofSeconds(30)).until(() -> status(reference).equals("AWAITING_PROOF"));
        return reference;
    }

    private List<String> names() {
        return jdbc.sql(
                        "SELECT name FROM branch UNION SELECT name FROM firm UNION SELECT display_name FROM staff_account"
                                + " ORDER BY 1 DESC")
                .query(String.class)
                .list();
    }

    private String somebody() {
        return jdbc.sql("SELECT subject_id::text FROM record WHERE category = 'TRANSACTION'"
                        + " AND branch_id IN (SELECT id FROM branch WHERE name LIKE '浦东%') ORDER BY 1 LIMIT 1")
                .query(String.class)
                .single();
    }

    /** Looks at pages and notes all that is wrong with them. */
    private final class Look {

        private final SoftAssertions found = new SoftAssertions();
        private final Texts texts;
        private final String colours;
        private final List<String> names = names();

        Look(Texts texts, String colours) {
            this.texts = texts;
            this.colours = colours;
        }

        void at(Page page, String... routes) {
            for (String route : routes) {
                page.navigate(url("/" + route));
                here(page);
            }
        }

        /** The first page of this kind that a list leads to. */
        void atFirst(Page page, String list, String target) {
            page.navigate(url("/" + list));
            at(page, targets(page, target).get(0));
        }

        /** The pages of this kind that a list leads to, some of many. */
        void atEach(Page page, String list, String target) {
            page.navigate(url("/" + list));
            for (String each : targets(page, target)) {
                at(page, each);
            }
        }

        @SuppressWarnings("unchecked")
        private List<String> targets(Page page, String target) {
            Locator links = page.locator("a[href*='" + target + "']");
            assertThat(links.first()).isAttached();
            return ((List<String>)
                            links.evaluateAll("links => links.map(link => new URL(link.href).pathname.substring(1))"))
                    .stream().distinct().limit(MOST).toList();
        }

        private void here(Page page) {
            found.assertThat(serious(page)).as("axe on %s", page.url()).isEmpty();
            // a page that is not there at all is plain, in the colours of the browser
            if (page.locator("html[data-face]").count() > 0) {
                found.assertThat(page.evaluate("getComputedStyle(document.documentElement).colorScheme"))
                        .as("colours of %s", page.url())
                        .isEqualTo(colours);
            }
            found.assertThat(fits(page)).as("%s fits the screen", page.url()).isTrue();
            found.assertThat(page.locator("html").getAttribute("lang"))
                    .as("language of %s", page.url())
                    .startsWith(texts.isChinese() ? "zh" : "en");
            String words = page.locator("body").innerText();
            found.assertThat(words).as("words on %s", page.url()).doesNotContainPattern(RAW);
            if (!texts.isChinese()) {
                found.assertThat(page.locator(labelsOf(page)).allInnerTexts().stream()
                                .map(this::withoutNames)
                                .filter(label -> HAN.matcher(label).find()))
                        .as("buttons, headings and labels on %s", page.url())
                        .isEmpty();
            } else if (!page.url().endsWith("/demo/mailbox")) {
                // the letters in the demo's mailbox are in the languages of those who get them
                found.assertThat(words).as("words on %s", page.url()).doesNotContainPattern(ENGLISH_SENTENCE);
            }
        }

        /** The page of an import calls files and columns what the firm has called them. */
        private static String labelsOf(Page page) {
            return page.url().contains("/staff/imports/") ? "nav a, vaadin-button" : LABELS;
        }

        /** The firm's own names and those of its clients are what they are in every language. */
        private String withoutNames(String label) {
            String words = MASKED_NAME.matcher(label).replaceAll("");
            for (String name : names) {
                words = words.replace(name, "");
            }
            return words;
        }
    }
}
