package io.shouxin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.shouxin.shared.Role;
import io.shouxin.shared.Texts;
import io.shouxin.testing.WatchedDirectory;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    void the_sign_in_page_offers_an_account_of_every_role_that_one_click_signs_in() {
        Texts zh = Texts.chinese();
        Page page = desktop("zh-CN");
        page.navigate(url("/staff/login"));
        Locator offered = page.locator(".demo-accounts button[type=submit]");
        assertThat(offered.first()).isVisible();
        List<String> roles = page.locator(".demo-accounts .roles").allInnerTexts();
        assertThat(roles).containsOnly(Stream.of(Role.values()).map(zh::label).toArray(String[]::new));
        offered.filter(new Locator.FilterOptions().setHasText(zh.label(Role.PRIVACY_OFFICER)))
                .click();
        page.waitForURL(Pattern.compile(".*/staff/inbox.*"));
        assertThat(page.locator("body")).containsText("赵敏");
    }

    @Test
    void the_demo_holds_about_two_hundred_clients_in_two_branches() {
        List<Integer> clients = jdbc.sql("""
                        SELECT count(DISTINCT record.subject_id) FROM record
                            JOIN subject ON subject.id = record.subject_id AND subject.kind = 'CLIENT'
                            JOIN import_job import ON import.id = record.import_id AND import.created_by IS NULL
                        GROUP BY record.branch_id ORDER BY 1
                        """).query(Integer.class).list();
        assertThat(clients).hasSize(2);
        assertThat(clients.get(0)).isBetween(75, 80);
        assertThat(clients.get(1)).isBetween(110, 120);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, ''", "en-US, ''", "zh-CN, staff/login", "en-US, staff/login"})
    void the_browser_shows_the_name_and_the_sign_of_the_portal(String locale, String path) {
        Page page = desktop(locale);
        page.navigate(url("/" + path));
        assertThat(page).hasTitle(Pattern.compile(locale.startsWith("zh") ? ".+ · 守信" : ".+ · Shouxin"));
        Locator icons = page.locator("head link[rel~=icon]");
        assertThat(icons).not().hasCount(0);
        for (Locator icon : icons.all()) {
            APIResponse answer = page.request().get((String) icon.evaluate("link => link.href"));
            assertThat(answer.status()).as(answer.url()).isEqualTo(200);
            assertThat(answer.headers().get("content-type")).as(answer.url()).startsWith("image/");
            assertThat(answer.body()).isNotEmpty();
        }
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

    @Test
    void a_clerk_downloads_the_rows_of_a_workbook_that_were_left_out(@TempDir Path folder) throws IOException {
        Texts zh = Texts.chinese();
        Path list = Files.write(
                folder.resolve("客户.xlsx"),
                io.shouxin.record.imports.Files.xlsx(Map.of(
                        "客户",
                        List.of(
                                List.of("姓名", "手机号", "备注"),
                                List.of("试四", "13800019904", "好"),
                                List.of("", "", "没有姓名也没有号码")))));
        Page page = staff("chenjing");
        page.navigate(url("/staff/imports"));
        page.locator("vaadin-upload input[type=file]").setInputFiles(list);
        page.waitForURL(Pattern.compile(".*/staff/imports/.+"));
        button(page, zh.get("imports.mapping.try")).click();
        button(page, zh.get("imports.trial.import")).click();
        Locator link =
                page.locator("a").filter(new Locator.FilterOptions().setHasText(zh.get("imports.rejects.download")));
        link.waitFor();
        Download rejects = page.waitForDownload(link::click);
        assertThat(rejects.suggestedFilename()).isEqualTo(zh.get("imports.rejects.file"));
        assertThat(Files.readString(rejects.path())).contains("没有姓名也没有号码").doesNotContain("试四");
    }
}
