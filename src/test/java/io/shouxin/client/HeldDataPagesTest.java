package io.shouxin.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the firm holds, as its client reads it, in Chinese and in English. */
class HeldDataPagesTest extends ClientPages {

    @Autowired
    HeldDataPagesTest(ApplicationContext context) {
        super(context);
    }

    @Test
    void what_is_held_is_shown_by_category_masked_and_with_its_fate() {
        TestFirm.Client client = firm.client("overview", LocalDate.of(2026, 3, 15));
        signIn(client.phone(), "mine");
        assertThat(BrowserlessPages.text())
                .contains("共 9 条，分 9 类", "身份资料", "资料库 · 一店", "保留至 2036-03-15", masked(client.phone()))
                .doesNotContain(client.phone(), client.idNumber(), "!");
    }

    @Test
    void the_authority_for_complaints_has_an_english_name_beside_its_own() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        BrowserlessPages.go("guide/deletion");
        assertThat(BrowserlessPages.text()).contains("complain to Supervisor (主管部门)");
    }

    @Test
    void every_page_is_complete_in_english() {
        TestFirm.Client client = firm.client("english", LocalDate.of(2026, 3, 15));
        signIn(client.phone(), "mine");
        UI.getCurrent().setLocale(Locale.ENGLISH);
        for (String route : List.of("", "guide/deletion", "mine", "delete", "track", "verify", "signin")) {
            BrowserlessPages.go(route.isEmpty() ? "verify" : "");
            BrowserlessPages.go(route);
            assertThat(BrowserlessPages.text()).as(route).doesNotContain("!client", "!request", "!Field");
            assertThat(title()).as(route).doesNotContainPattern("\\p{IsHan}");
        }
    }
}
