package io.shouxin.record.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.record.DealType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a row says about a deal: what it is, that there is one of an unknown kind, or that there is none. */
class DealTypesTest {

    @ParameterizedTest
    @CsvSource({
        "二手房买卖, , SALE",
        "整租, 2026-01-02, LEASE",
        "租转售, , UNKNOWN",
        "成交, , UNKNOWN",
        ", 2026-01-02, UNKNOWN",
        "无, 2026-01-02, UNKNOWN",
    })
    void a_deal_of_a_kind_that_was_not_understood_is_a_deal(
            @Nullable String type, @Nullable String signed, DealType expected) {
        InterpretedRow row = row(type, signed);
        assertThat(row.records()).extracting(RecordDraft::dealType).containsOnly(expected);
        assertThat(row.problems())
                .filteredOn(problem -> problem.code() == ProblemCode.DEAL_TYPE_UNKNOWN)
                .hasSize(expected == DealType.UNKNOWN ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({", ", "无, ", "未成交, ", "-, "})
    void who_only_looked_has_no_deal(@Nullable String type, @Nullable String signed) {
        assertThat(row(type, signed).records())
                .hasSizeGreaterThan(1)
                .extracting(RecordDraft::dealType)
                .containsOnlyNulls();
    }

    @Test
    void a_commission_was_paid_for_a_deal() {
        assertThat(rows("姓名,手机号,佣金\n张三,13912345678,3000").get(0).records())
                .extracting(RecordDraft::dealType)
                .containsOnly(DealType.UNKNOWN);
    }

    private static InterpretedRow row(@Nullable String type, @Nullable String signed) {
        return rows("姓名,手机号,房产地址,成交类型,成交日期\n张三,13912345678,甲路 1 号," + (type == null ? "" : type) + ","
                        + (signed == null ? "" : signed))
                .get(0);
    }

    private static List<InterpretedRow> rows(String csv) {
        return Files.interpret(Files.csv(csv));
    }
}
