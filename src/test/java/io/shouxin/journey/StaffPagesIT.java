package io.shouxin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.shouxin.shared.Texts;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of each role in a real browser, in both languages. */
class StaffPagesIT extends BrowserJourney {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Autowired
    StaffPagesIT(JdbcClient jdbc) {
        super(jdbc);
    }

    @ParameterizedTest
    @CsvSource({"chenjing,zh-CN", "chenjing,en-US"})
    void the_pages_of_a_clerk_are_accessible_and_of_one_language(String clerk, String locale) {
        boolean english = locale.startsWith("en");
        Texts texts = english ? Texts.english() : Texts.chinese();
        Page page = staff(clerk, locale);
        assertThat(page.locator("h1").first()).isVisible();
        UUID closed = one("SELECT id FROM request WHERE status = 'CLOSED' ORDER BY created_at LIMIT 1");
        for (String path : new String[] {"inbox", "cases", "people", "imports", "requests/new", "cases/" + closed}) {
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
    @CsvSource({"liuyang", "wangfang", "zhaomin", "sunlei", "linxi", "guanli"})
    void the_first_page_of_every_role_is_accessible(String username) {
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

    private UUID one(String sql) {
        return jdbc.sql(sql).query(UUID.class).single();
    }
}
