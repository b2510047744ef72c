package io.shouxin.workflow.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.shouxin.record.Category;
import io.shouxin.retention.DealType;
import io.shouxin.retention.RetentionRule;
import io.shouxin.retention.RuleQuery;
import io.shouxin.shared.Sector;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table of retention periods that we collected (law.md §5) has its row in the product's table, or a reason. */
class LawRowsTest {

    private static final DmnRetentionRules RULES = new DmnRetentionRules(new DecisionTables());

    /** The data, as law.md §5 names them, and what the product's table has for them. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("房地产经纪服务合同", "BROKERAGE_CONTRACT_5Y", "B", 5, "YEARS", "房地产经纪管理办法第 26 条"),
                arguments("经纪业务记录", "BROKERAGE_BUSINESS_RECORD", "B", 0, "NONE_STATED", "房地产经纪管理办法第 26 条"),
                arguments("买卖经纪 客户身份资料", "AML_SALE_IDENTITY_10Y", "A", 10, "YEARS", "反洗钱法（2024 修订）第 34、42、64 条"),
                arguments("买卖经纪 交易记录", "AML_SALE_TRANSACTION_10Y", "A", 10, "YEARS", "反洗钱法（2024 修订）第 34、42、64 条"),
                arguments("买卖经纪 部门规定", "AML_SECTOR_RULE_10Y", "B", 10, "YEARS", "建房规〔2025〕2 号"),
                arguments("住房租赁档案", "LEASE_ARCHIVE_PERIOD_UNVERIFIED", "A", 0, "NONE_STATED", "住房租赁条例"),
                arguments("平台商品服务信息、交易信息", "PLATFORM_ORDER_3Y", "A", 3, "YEARS", "电子商务法第 31 条"),
                arguments("发票存根联", "INVOICE_STUB_5Y", "A", 5, "YEARS", "发票管理办法第 28 条"),
                arguments("账簿、记账凭证、完税凭证等", "TAX_BOOKS_10Y", "A", 10, "YEARS", "税收征收管理法第 24 条"),
                arguments("会计凭证、账簿", "ACCOUNTING_VOUCHERS_30Y", "B", 30, "YEARS", "会计档案管理办法附表"),
                arguments("银行对账单、纳税申报表、月/季报", "BANK_STATEMENTS_10Y", "B", 10, "YEARS", "会计档案管理办法附表"),
                arguments("已终止劳动合同文本", "LABOUR_CONTRACT_2Y", "A", 2, "YEARS", "劳动合同法第 50 条"),
                arguments("人力资源服务台账", "HR_SERVICE_LEDGER_2Y", "A", 2, "YEARS", "人力资源市场暂行条例第 33 条"),
                arguments("家政服务合同", "HOUSEKEEPING_CONTRACT_3Y", "C", 3, "YEARS", "家庭服务业管理暂行办法"),
                arguments("家政员档案", "HOUSEKEEPING_WORKER_FILE_3Y", "C", 3, "YEARS", "家庭服务业管理暂行办法"),
                arguments("PIPIA report + processing record", "IMPACT_ASSESSMENT_3Y", "A", 3, "YEARS", "个人信息保护法第 56 条"),
                arguments(
                        "records of provision/entrustment", "PROVISION_RECORD_3Y", "A", 3, "YEARS", "网络数据安全管理条例第 12 条"),
                arguments("consent records/receipts", "CONSENT_RECORD_3Y", "C", 3, "YEARS", "个人信息保护法第 69 条"),
                arguments("destruction certs", "CASE_FILE_3Y", "C", 3, "YEARS", "个人信息保护法第 69 条"),
                arguments("disputed records", "DISPUTED_RECORD_SEALED", "C", 0, "NONE_STATED", "民事诉讼法第 84 条"),
                arguments("general civil claims", "GENERAL_CLAIM_3Y", "C", 3, "YEARS", "民法典第 188、195 条"),
                arguments("GDPR profile", "FOREIGN_PROFILE", "A", 0, "NONE_STATED", "GDPR"));
    }

    /**
     * Rules that no row of the law stands for alone: an older law or a sector rule for the same data, and what nobody wrote down. Rows of
     * law.md §5 without one of ours: yearly reports and destruction registers (kept for ever, no record of a client), network logs (the
     * machine's, ids and codes only), assessments of those with ten million people, certificate authorities, versions of notices.
     */
    private static final Set<String> MORE_PRECISE = Set.of(
            "AML_SALE_IDENTITY_2006_5Y",
            "AML_SALE_TRANSACTION_2006_5Y",
            "AML_SALE_TRANSITION_10Y",
            "AML_SALE_END_UNKNOWN",
            "AML_SALE_ADDRESS_10Y",
            "AML_SALE_ACCOUNT_10Y",
            "AML_SALE_ANCILLARY_2006_5Y",
            "UNCLASSIFIED_IN_SALE",
            "DEAL_TYPE_UNKNOWN",
            "SERVICE_END_UNKNOWN",
            "CONTRACT_RUNNING");

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_of_the_law_has_its_row(String data, String id, String strength, int amount, String unit, String source) {
        TableFile file = TableFile.read("retention-rules");
        assertThat(file.rules())
                .filteredOn(rule -> rule.getId().equals(id))
                .as(data)
                .singleElement()
                .satisfies(rule -> {
                    assertThat(file.output(rule, "strength")).isEqualTo(strength);
                    assertThat(file.output(rule, "amount")).isEqualTo(Integer.toString(amount));
                    assertThat(file.output(rule, "unit")).isEqualTo(unit);
                    assertThat(file.output(rule, "source")).contains(source);
                });
    }

    @Test
    void every_rule_of_the_table_is_a_row_of_the_law_or_makes_one_precise() {
        Set<String> rowsOfTheLaw =
                rows().map(row -> (String) row.get()[1]).collect(Collectors.toCollection(TreeSet::new));
        assertThat(TableFile.read("retention-rules").ruleIds())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(rowsOfTheLaw.stream(), MORE_PRECISE.stream())
                        .toList());
    }

    @Test
    void the_accounting_rows_answer_for_vouchers_and_never_for_a_client_record() {
        assertThat(standing("ACCOUNTING_VOUCHERS"))
                .filteredOn(rule -> rule.ruleId().startsWith("ACCOUNTING"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.amount()).isEqualTo(30));
        List<String> papers =
                List.of("INVOICE", "TAX_BOOKS", "ACCOUNTING", "BANK_STATEMENTS", "PLATFORM", "IMPACT", "PROVISION");
        for (Category category : Category.values()) {
            assertThat(standing(category.name()))
                    .extracting(RetentionRule::ruleId)
                    .noneMatch(id -> papers.stream().anyMatch(id::startsWith));
        }
    }

    @Test
    void the_period_of_vouchers_lets_nobody_keep_a_record_for_as_long() {
        LocalDate day = LocalDate.of(2026, 11, 23);
        assertThat(RULES.longestFrom(day)).isEqualTo(day.plusYears(10));
    }

    private static List<RetentionRule> standing(String category) {
        return RULES.standing(new RuleQuery(
                category, Sector.BROKERAGE, DealType.SALE, "GENERAL", LocalDate.of(2026, 3, 15), false, false, "CN"));
    }
}
