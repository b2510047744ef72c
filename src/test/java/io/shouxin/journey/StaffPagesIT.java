package io.shouxin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.shouxin.shared.Texts;
import io.shouxin.testing.WatchedDirectory;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of each role in a real browser, in both languages. */
class StaffPagesIT extends BrowserJourney {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private final ServletContext server;

    @Autowired
    StaffPagesIT(JdbcClient jdbc, ServletContext server) {
        super(jdbc);
        this.server = server;
    }

    @ParameterizedTest
    @CsvSource({"chenjing,zh-CN", "chenjing,en-US"})
    void the_pages_of_a_clerk_are_accessible_and_of_one_language(String clerk, String locale) {
        boolean english = locale.startsWith("en");
        Texts texts = english ? Texts.english() : Texts.chinese();
        Page page = staff(clerk, locale);
        assertThat(page.locator("h1").first()).isVisible();
        UUID first = jdbc.sql("SELECT id FROM request WHERE branch_id IN (SELECT id FROM branch WHERE name LIKE '浦东%')"
                        + " ORDER BY created_at LIMIT 1")
                .query(UUID.class)
                .single();
        for (String path : new String[] {"inbox", "cases", "people", "imports", "requests/new", "cases/" + first}) {
            page.navigate(url("/staff/" + path));
            accessible(page);
            assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile(english ? "en.*" : "zh.*"));
            assertThat(page.locator("nav").first()).containsText(texts.get("staff.cases.title"));
            if (english) {
                for (String heading :
                        page.locator("h1, h2, h3, nav a, th, vaadin-button").allInnerTexts()) {
                    assertThat(CHINESE.matcher(heading).find())
                            .as("Chinese in an English heading or button on /staff/" + path + ": " + heading)
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"sunlei", "linxi", "guanli"})
    void the_first_page_of_those_who_have_no_inbox_is_accessible(String username) {
        Page page = staff(username);
        accessible(page);
        assertThat(page.locator("h1").first()).not().hasText("");
    }

    @Test
    void the_mailbox_of_the_demo_is_accessible() {
        Page page = phone("zh-CN");
        page.navigate(url("/demo/mailbox"));
        accessible(page);
    }

    @Test
    void a_large_list_is_never_written_to_a_temporary_file(@TempDir Path folder) throws Exception {
        Path list = Files.write(folder.resolve("large.csv"), new byte[20 * 1024 * 1024]);
        Page page = staff("chenjing");
        page.navigate(url("/staff/imports"));
        File temporary = (File) server.getAttribute(ServletContext.TEMPDIR);
        try (WatchedDirectory watched = new WatchedDirectory(temporary.toPath())) {
            page.locator("vaadin-upload input[type=file]").setInputFiles(list);
            page.waitForURL(Pattern.compile(".*/staff/imports/.+"));
            assertThat(watched.created()).isEmpty();
        }
    }

    @Test
    void a_clerk_imports_a_list_and_reads_what_was_left_out(@TempDir Path folder) throws IOException {
        Path list = Files.writeString(
                folder.resolve("客户.csv"),
                "姓名,手机号,证件号码,门店\n试一,13800019901,,浦东一店\n试二,13800019902,,徐汇家政店\n试三,不是号码,123,没有的店\n");
        Page page = staff("chenjing");
        page.navigate(url("/staff/imports"));
        page.locator("vaadin-upload input[type=file]").setInputFiles(list);
        page.waitForURL(Pattern.compile(".*/staff/imports/.+"));
        button(page, Texts.chinese().get("imports.mapping.try")).waitFor();
        picture(page, "import-columns");
        accessible(page);
        button(page, Texts.chinese().get("imports.mapping.try")).click();
        button(page, Texts.chinese().get("imports.trial.import")).waitFor();
        picture(page, "import-tried");
        accessible(page);
        button(page, Texts.chinese().get("imports.trial.import")).click();
        assertThat(page.locator("body"))
                .containsText(
                        Texts.chinese().get("ImportState.COMPLETED"),
                        new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        picture(page, "import-findings");
        accessible(page);
        Page english = staff("chenjing", "en-US");
        english.navigate(page.url());
        for (String problem : new String[] {"imports.problem.BRANCH_NOT_ALLOWED", "imports.problem.BRANCH_UNKNOWN"}) {
            assertThat(page.locator("body")).containsText(Texts.chinese().get(problem));
            assertThat(english.locator("body")).containsText(Texts.english().get(problem));
        }
        picture(english, "import-findings-english");
        accessible(english);
    }
}
