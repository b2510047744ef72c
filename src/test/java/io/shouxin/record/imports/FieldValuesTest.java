package io.shouxin.record.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.shared.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldValuesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    RECORDED_ON    | 2026-03-05      | 2026 年 3 月 5 日        | 5 March 2026
                    RECORDED_ON_2  | 2026-03-05      | 2026 年 3 月 5 日        | 5 March 2026
                    RECORDED_ON    | 去年            | 去年                     | 去年
                    BUDGET         | 6800000         | 680 万元                 | CNY 6,800,000
                    BUDGET         | 6812345         | 6,812,345 元             | CNY 6,812,345
                    BUDGET         | 6500            | 6,500 元                 | CNY 6,500
                    BUDGET         | 6500.5          | 6,500.5 元               | CNY 6,500.5
                    BUDGET         | 2000000-3500000 | 200 万元 至 350 万元     | CNY 2,000,000 to CNY 3,500,000
                    BUDGET         | 面议            | 面议                     | To be agreed
                    BUDGET         | 看情况          | 看情况                   | 看情况
                    SEX            | 女              | 女                       | Female
                    DEAL_TYPE      | 租赁            | 租赁                     | Lease
                    CONSENT        | 是              | 是                       | Yes
                    CONSENT_READ_AS | ORAL           | 口头                     | By word of mouth
                    NOTE           | 女              | 女                       | 女
                    UNKNOWN_7      | 2026-03-05      | 2026-03-05               | 2026-03-05
                    """)
    void a_value_is_said_in_the_readers_language_where_the_product_knows_it(
            String field, String value, String chinese, String english) {
        assertThat(FieldValues.text(Texts.chinese(), field, value)).isEqualTo(chinese);
        assertThat(FieldValues.text(Texts.english(), field, value)).isEqualTo(english);
    }

    @Test
    void every_way_of_reading_a_claim_has_its_word() {
        for (ClaimNormaliser.Claim claim : ClaimNormaliser.Claim.values()) {
            assertThat(Texts.english().has("Claim." + claim.name())).isTrue();
        }
    }
}
