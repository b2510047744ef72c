package io.shouxin.record.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.record.imports.ClaimNormaliser.Claim;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalisersTest {

    @Test
    void invisible_marks_that_came_with_a_cell_are_no_part_of_what_it_says() {
        assertThat(SheetCell.text("\u202d王\u200e小明\u202c").text()).isEqualTo("王小明");
        assertThat(SheetCell.text("\u200e").isBlank()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13015230413",
                " 13015230413\u00a0",
                "130 1523 0413",
                "130-1523-0413",
                "+8613015230413",
                "0086 13015230413",
                "'13015230413",
                "１３０１５２３０４１３",
                "13015230413\u200b",
                "(+86) 130 1523 0413"
            })
    void a_phone_is_the_same_however_it_is_typed(String text) {
        assertThat(PhoneNormaliser.normalise(text)).isEqualTo(Normalised.of("13015230413"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13015230413/13811419212",
                "13015230413、13811419212",
                "13015230413 13811419212",
                "13015230413\n13811419212",
                "13015230413，13811419212"
            })
    void two_numbers_of_a_cell_are_two(String text) {
        assertThat(PhoneNormaliser.normalise(text).values()).containsExactly("13015230413", "13811419212");
    }

    @Test
    void numbers_beyond_mainland_mobiles_are_international() {
        assertThat(PhoneNormaliser.normalise("021-62345678").values()).containsExactly("+862162345678");
        assertThat(PhoneNormaliser.normalise("+852 5123 4567").values()).containsExactly("+85251234567");
    }

    @Test
    void a_number_among_words_is_taken_with_a_warning() {
        assertThat(PhoneNormaliser.normalise("13015230413（妻子）"))
                .isEqualTo(Normalised.of("13015230413", ProblemCode.PHONE_WITH_TEXT));
    }

    @ParameterizedTest
    @CsvSource({
        "138****1234,PHONE_MASKED",
        "12345,PHONE_UNREADABLE",
        "微信联系,PHONE_UNREADABLE",
        "1301523041,PHONE_UNREADABLE"
    })
    void what_is_no_phone_is_refused_with_its_reason(String text, ProblemCode reason) {
        assertThat(PhoneNormaliser.normalise(text)).isEqualTo(Normalised.rejected(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-01-09",
                "2021/1/9",
                "2021.01.09",
                "2021年1月9日",
                "20210109",
                "２０２１－０１－０９",
                "2021-01-09 10:30:00",
                "44205",
                " 2021年01月09日 "
            })
    void a_date_is_the_same_however_it_is_typed(String text) {
        assertThat(DateNormaliser.normalise(text)).isEqualTo(Normalised.of(LocalDate.of(2021, 1, 9)));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-02-30,DATE_IMPOSSIBLE",
        "2021年13月1日,DATE_IMPOSSIBLE",
        "9999-01-01,DATE_IMPOSSIBLE",
        "21/1/9,DATE_AMBIGUOUS",
        "1/9/2021,DATE_AMBIGUOUS",
        "2021年5月,DATE_INCOMPLETE",
        "去年春天,DATE_UNREADABLE"
    })
    void what_is_no_date_is_refused_with_its_reason(String text, ProblemCode reason) {
        assertThat(DateNormaliser.normalise(text)).isEqualTo(Normalised.rejected(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "6222 0212 3456 7890 123,6222021234567890123",
        "6222-0212-3456-7890,6222021234567890",
        "`6222021234567890123,6222021234567890123",
        "６２２２０２１２,62220212"
    })
    void a_bank_account_is_its_digits(String text, String number) {
        assertThat(BankAccount.normalise(text)).isEqualTo(Normalised.of(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1234567", "6222 **** 7890", "1234567890123456789012345678901"})
    void what_is_no_bank_account_is_refused_with_its_reason(String text) {
        assertThat(BankAccount.normalise(text)).isEqualTo(Normalised.rejected(ProblemCode.BANK_ACCOUNT_UNREADABLE));
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X,11010519491231002X",
        "11010519491231002x,11010519491231002X",
        "１１０１０５１９４９１２３１００２Ｘ,11010519491231002X",
        "110105 19491231 002X,11010519491231002X",
        "110105491231002,11010519491231002X"
    })
    void an_identity_number_has_one_form(String text, String number) {
        assertThat(IdentityNumber.normalise(text)).isEqualTo(Normalised.of(number));
    }

    @ParameterizedTest
    @CsvSource({
        "110105194912310021,ID_CHECK_DIGIT",
        "E12345678,ID_OTHER_DOCUMENT",
        "3.20102E+17,NUMBER_ROUNDED",
        "320102198112291000,NUMBER_ROUNDED"
    })
    void a_doubtful_identity_number_is_kept_with_a_warning(String text, ProblemCode warning) {
        assertThat(IdentityNumber.normalise(text)).isEqualTo(Normalised.of(text, warning));
    }

    @ParameterizedTest
    @CsvSource({"3201**********8753,ID_MASKED", "身份证在店里,ID_UNREADABLE", "12345,ID_UNREADABLE"})
    void what_is_no_identity_number_is_refused(String text, ProblemCode reason) {
        assertThat(IdentityNumber.normalise(text)).isEqualTo(Normalised.rejected(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "260|10000|2600000",
                "0.45|10000|4500",
                "388.5万|1|3885000",
                "￥1,200.50|1|1200.5",
                "200-300|10000|2000000-3000000",
                "200-300万|1|2000000-3000000",
                "面议|10000|面议",
                "4500元/月|1|4500"
            })
    void money_is_read_as_yuan(String text, int unit, String yuan) {
        assertThat(MoneyNormaliser.normalise(text, unit)).isEqualTo(Normalised.of(yuan));
    }

    @Test
    void an_amount_in_words_is_kept_as_text() {
        assertThat(MoneyNormaliser.normalise("三百万左右", 1))
                .isEqualTo(Normalised.of("三百万左右", ProblemCode.MONEY_KEPT_AS_TEXT));
    }

    @ParameterizedTest
    @CsvSource({
        "吴泽敏先生,吴泽敏,先生",
        "'傅杰洋 女士 ',傅杰洋,女士",
        "于𠮷欣\u3000,于𠮷欣,",
        "程㛃小姐,程㛃,小姐",
        "王 强,王强,",
        "Mr. John Smith,John Smith,Mr",
        "小王😀,小王😀,",
        "吾爾開希·多萊特,吾爾開希·多萊特,"
    })
    void a_name_loses_its_form_of_address_and_nothing_else(
            String text, String name, @org.jspecify.annotations.Nullable String honorific) {
        assertThat(NameNormaliser.normalise(text))
                .isEqualTo(Normalised.of(new NameNormaliser.PersonName(name, honorific)));
    }

    @Test
    void a_surname_alone_is_named() {
        assertThat(NameNormaliser.normalise("王先生").problems()).containsExactly(ProblemCode.NAME_SURNAME_ONLY);
        assertThat(NameNormaliser.normalise("先生").first())
                .get()
                .extracting(NameNormaliser.PersonName::name)
                .isEqualTo("先生");
    }

    @ParameterizedTest
    @CsvSource({"是,YES", "√,YES", "Y,YES", "口头同意,ORAL", "否,NO", "不同意,NO"})
    void a_claim_is_read(String text, Claim claim) {
        assertThat(ClaimNormaliser.normalise(text)).isEqualTo(Normalised.of(claim));
    }

    @Test
    void an_unclear_claim_is_not_guessed() {
        assertThat(ClaimNormaliser.normalise("应该可以吧").problems()).isEqualTo(List.of(ProblemCode.CLAIM_UNCLEAR));
    }
}
