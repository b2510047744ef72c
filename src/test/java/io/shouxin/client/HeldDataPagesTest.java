package io.shouxin.client;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.Hold;
import io.shouxin.record.HoldKind;
import io.shouxin.record.Holds;
import io.shouxin.record.Records;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.SubjectOverview;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ui.Chip;
import io.shouxin.spine.Desks;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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
                .contains("共 9 条，分 9 类", "身份资料", "资料库 · 一店", "依法保存至 2036 年 3 月 15 日", masked(client.phone()))
                .doesNotContain(client.phone(), client.idNumber(), "!");
        assertThat(chips()).contains("依法保存至 2036 年 3 月 15 日").noneMatch(chip -> chip.startsWith("只存不用"));
    }

    @Test
    void only_what_is_really_no_longer_used_is_called_stored_and_not_used() {
        TestFirm.Client client = firm.client("stored-only", LocalDate.of(2026, 3, 15));
        signIn(client.phone(), "mine");
        HeldRecord deal = context.getBean(Records.class).of(List.of(client.id())).stream()
                .filter(record -> record.category() == Category.TRANSACTION)
                .findFirst()
                .orElseThrow();
        Hold hold = new Hold(
                UUID.randomUUID(),
                HoldKind.STORAGE_ONLY,
                client.id(),
                deal.id(),
                "AML_10Y",
                "反洗钱法 34",
                null,
                "SC-2026-000482",
                LocalDate.of(2036, 3, 15));
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(t -> context.getBean(Holds.class).place(List.of(hold), Actor.SYSTEM));
        BrowserlessPages.go("verify");
        BrowserlessPages.go("mine");
        assertThat(chips()).containsOnlyOnce("只存不用至 2036 年 3 月 15 日").contains("依法保存至 2036 年 3 月 15 日");
    }

    private static List<String> chips() {
        return _find(Chip.class).stream()
                .map(chip -> chip.getElement().getTextRecursively())
                .toList();
    }

    @Test
    void what_was_asked_to_be_deleted_is_not_offered_for_deletion_again() {
        TestFirm.Client client = firm.client("asked-already", null);
        sendSome(client);
        BrowserlessPages.go("mine");
        assertThat(BrowserlessPages.text())
                .contains("您已申请删除，正在办理（编号 " + onlyRequest(client).reference() + "）")
                .as("the categories that were not asked for")
                .contains("可申请删除")
                .doesNotContain("!");
    }

    @Test
    void one_look_is_in_the_log_once_and_opens_no_case() {
        TestFirm.Client client = firm.client("one-look", null);
        sendSome(client);
        BrowserlessPages.go("mine");
        int before = looks(client).size();
        BrowserlessPages.go("verify");
        BrowserlessPages.go("mine");
        assertThat(looks(client)).hasSize(before + 1).last().isEqualTo("OVERVIEW");
    }

    @Test
    void a_preview_with_its_contents_is_in_the_log_once() {
        TestFirm.Client client = firm.client("one-preview", null);
        SubjectOverview overview = context.getBean(SubjectOverview.class);
        TestFirm.asClient(client.id(), () -> overview.preview(client.id(), null));
        assertThat(looks(client)).containsExactly("OVERVIEW");
    }

    private List<String> looks(TestFirm.Client client) {
        return context.getBean(JdbcClient.class)
                .sql("SELECT coalesce(outcome, target_id) FROM evidence_entry"
                        + " WHERE kind = 'VIEWED' AND actor_id = ? ORDER BY ins")
                .param(client.id())
                .query(String.class)
                .list();
    }

    @Test
    void each_record_says_how_it_stands_in_the_open_case() {
        TestFirm.Client client = firm.client("standing", LocalDate.of(2026, 3, 15));
        Desks.of(context).submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        await().until(() -> !List.of(RequestStatus.RECEIVED, RequestStatus.DECIDING)
                .contains(onlyRequest(client).status()));
        signIn(client.phone(), "mine");
        assertThat(BrowserlessPages.text())
                .contains("拟删除，审核中", "目前的结论是删除，还在审核", "目前的结论，还在审核：", "只存不用至 2036 年 3 月 15 日")
                .doesNotContain("可申请删除", "!");
        UI.getCurrent().setLocale(Locale.ENGLISH);
        BrowserlessPages.go("verify");
        BrowserlessPages.go("mine");
        assertThat(BrowserlessPages.text()).contains("To be deleted, under review", "under way (number SC-");
    }

    @Test
    void dates_amounts_and_known_words_are_said_in_the_readers_language() {
        TestFirm.Client client = firm.quietClient("values");
        firm.store(client, Category.DEMAND, Classification.GENERAL, Map.of("BUDGET", "6800000", "DEMAND_TYPE", "售房"));
        firm.store(client, Category.INTERNAL, Classification.GENERAL, Map.of("RECORDED_ON", "2026-03-05"));
        firm.store(client, Category.IDENTITY, Classification.POLICY_SENSITIVE, Map.of("SEX", "女"));
        firm.store(
                client,
                Category.TRANSACTION,
                Classification.POLICY_SENSITIVE,
                Map.of("DEAL_TYPE", "租赁", "SIGNED_ON", "2026-02-01", "PRICE", "780000"));
        firm.store(
                client,
                Category.CONSENT_CLAIM,
                Classification.GENERAL,
                Map.of("CONSENT", "口头同意", "CONSENT_READ_AS", "ORAL"));
        signIn(client.phone(), "mine");
        assertThat(BrowserlessPages.text())
                .contains("680 万元", "2026 年 3 月 5 日", "2026 年 2 月 1 日", "租赁", "女", "口头")
                .doesNotContain("6800000", "2026-03-05", "ORAL", "780000", "78 万");
        UI.getCurrent().setLocale(Locale.ENGLISH);
        BrowserlessPages.go("verify");
        BrowserlessPages.go("mine");
        assertThat(BrowserlessPages.text())
                .contains("CNY 6,800,000", "5 March 2026", "1 February 2026", "Lease", "Female", "By word of mouth")
                .contains("To sell")
                .doesNotContain("租赁", "女", "口头", "售房");
    }

    @Test
    void a_claim_of_consent_is_one_line_with_its_reading_only_where_that_says_more() {
        TestFirm.Client plain = firm.quietClient("claim-plain");
        firm.store(
                plain,
                Category.CONSENT_CLAIM,
                Classification.GENERAL,
                Map.of("CONSENT", "是", "CONSENT_READ_AS", "YES"));
        signIn(plain.phone(), "mine");
        assertThat(BrowserlessPages.text()).contains("客户同意").doesNotContain("识别为", "我们理解为");
        freshBrowser();
        TestFirm.Client other = firm.quietClient("claim-other");
        firm.store(
                other,
                Category.CONSENT_CLAIM,
                Classification.GENERAL,
                Map.of("CONSENT", "口头同意", "CONSENT_READ_AS", "ORAL"));
        signIn(other.phone(), "mine");
        assertThat(BrowserlessPages.text()).contains("（我们理解为：口头").doesNotContain("识别为");
    }

    @Test
    void free_text_is_not_read_by_whoever_holds_the_telephone() {
        TestFirm.Client client = firm.quietClient("note");
        firm.store(
                client,
                Category.NOTE,
                Classification.POLICY_SENSITIVE,
                Map.of("NOTE", "房子买完了，请勿再打电话。证件尾号０１000X，合同 HT-2026-0001，门锁 482913，信箱 chen@example.com"));
        firm.store(client, Category.HOUSEHOLD, Classification.POLICY_SENSITIVE, Map.of("MARITAL_STATUS", "已婚"));
        firm.store(
                client,
                Category.HEALTH,
                Classification.STATUTORY_SENSITIVE,
                Map.of("HEALTH", "高血压，信箱 chen@example.com"));
        signIn(client.phone(), "mine");
        assertThat(BrowserlessPages.text())
                .contains("***")
                .doesNotContain("房***", "买完", "000X", "0001", "482913", "chen", "example", "已***", "血压");
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
        for (String route :
                List.of("", "guide/deletion", "mine", "mine/requests", "delete", "track", "verify", "signin")) {
            BrowserlessPages.go(route.isEmpty() ? "verify" : "");
            BrowserlessPages.go(route);
            assertThat(BrowserlessPages.text()).as(route).doesNotContain("!client", "!request", "!Field");
            assertThat(title()).as(route).doesNotContainPattern("\\p{IsHan}");
        }
    }
}
