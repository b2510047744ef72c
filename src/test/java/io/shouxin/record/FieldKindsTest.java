package io.shouxin.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.shared.Sector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of a value whoever holds the client's telephone may read. */
class FieldKindsTest {

    @ParameterizedTest
    @CsvSource({
        // tells nothing, even beside something sensitive
        "SEX, BROKERAGE, POLICY_SENSITIVE, true",
        "SALUTATION, HOUSEKEEPING, GENERAL, true",
        "ID_TYPE, BROKERAGE, STATUTORY_SENSITIVE, true",
        // shown while its record is general
        "SERVICE_TYPE, HOUSEKEEPING, GENERAL, true",
        "SERVICE_TYPE, HOUSEKEEPING, STATUTORY_SENSITIVE_CHILD, false",
        "BUDGET_2, BROKERAGE, GENERAL, true",
        "BUDGET_AS_WRITTEN, BROKERAGE, GENERAL, true",
        "PRICE, HOUSEKEEPING, GENERAL, true",
        // sensitive in one trade
        "PRICE, BROKERAGE, GENERAL, false",
        // the overview names the deal and its days in words anyway
        "DEAL_TYPE, BROKERAGE, POLICY_SENSITIVE, true",
        "ENDED_ON, BROKERAGE, POLICY_SENSITIVE, true",
        // what a yes or no column was taken to say
        "MARKETING_CONSENT_READ_AS, BROKERAGE, GENERAL, true",
        // free text may hold anything
        "NOTE, BROKERAGE, POLICY_SENSITIVE, false",
        "NOTE_2, HOUSEKEEPING, GENERAL, false",
        // says who or where somebody is, or how to reach them
        "BIRTH_DATE, BROKERAGE, GENERAL, false",
        "ADDRESS, HOUSEKEEPING, GENERAL, false",
        "QQ, BROKERAGE, GENERAL, false",
        "PHONE_AS_WRITTEN, BROKERAGE, GENERAL, false",
        // answers the second proof of identity
        "CONTRACT_NUMBER, HOUSEKEEPING, GENERAL, false",
        "CONTRACT_NUMBER_2, HOUSEKEEPING, GENERAL, false",
        // nobody knows what it is
        "UNKNOWN_7, BROKERAGE, GENERAL, false"
    })
    void the_catalogue_says_what_whoever_holds_the_telephone_may_read(
            String field, Sector sector, Classification ofItsRecord, boolean shown) {
        assertThat(FieldKinds.mayBeShown(field, sector, ofItsRecord)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "DOOR_CODE, POLICY_SENSITIVE, 482913",
        "DOOR_CODE_2, POLICY_SENSITIVE, 482913",
        "KEY_CUSTODY, POLICY_SENSITIVE, 钥匙在三楼邻居处",
        "INDOOR_CAMERA, POLICY_SENSITIVE, 客厅有监控",
        "MARITAL_STATUS, POLICY_SENSITIVE, 离异未再婚",
        "ETHNICITY, POLICY_SENSITIVE, 维吾尔族",
        "HEALTH, STATUTORY_SENSITIVE, 高血压多年",
        "RELIGION, STATUTORY_SENSITIVE, 信奉某某教",
        "CHILD_SCHOOL, STATUTORY_SENSITIVE_CHILD, 某某小学",
        "PAYMENT_ACCOUNT, STATUTORY_SENSITIVE, 13507451170",
        "UNKNOWN_7, POLICY_SENSITIVE, 482913",
        "SCHOOL_DISTRICT, POLICY_SENSITIVE, 某区的小学",
        "HOUSEHOLD_MEMBERS, POLICY_SENSITIVE, 独居老人一位",
        "ROUTINE, POLICY_SENSITIVE, 晚上都不在家",
        "EMPLOYER, POLICY_SENSITIVE, 某某公司",
        "NOTE, POLICY_SENSITIVE, 钥匙在门垫下面",
        "NOTE_2, GENERAL, 钥匙在门垫下面",
        "CHAT_LOG, POLICY_SENSITIVE, 离婚以后再谈",
        "CUSTOMER_TAGS, POLICY_SENSITIVE, 价格敏感",
        "BIRTH_DATE, GENERAL, 1987-11-09",
        "DO_NOT_CONTACT, GENERAL, 请勿再打电话",
    })
    void nothing_is_seen_of_a_code_of_free_text_of_what_is_sensitive_by_law_and_of_what_its_first_character_tells(
            String field, Classification of, String value) {
        assertThat(masked(field, of, value)).isEqualTo("***");
    }

    @Test
    void of_an_account_the_last_four_characters_are_seen_unless_they_are_half_of_it() {
        assertThat(masked("BANK_ACCOUNT", Classification.STATUTORY_SENSITIVE, "6222 0212 3456 7890"))
                .isEqualTo("***7890");
        assertThat(masked("BANK_ACCOUNT", Classification.STATUTORY_SENSITIVE, "1234567"))
                .isEqualTo("***");
    }

    @ParameterizedTest
    @CsvSource({
        "BANK_ACCOUNT, 11010519491231002X",
        "BANK_ACCOUNT, 11010519491231002x",
        "BANK_ACCOUNT, 440524188001010014",
        "BANK_ACCOUNT, 4405 2418 8001 0100 14",
        "BANK_ACCOUNT, 440524188001010015",
        "BANK_ACCOUNT, 110105491231002",
        "HOUSING_FUND_ACCOUNT, 440524188001010014",
        "WORKER_BANK_ACCOUNT, 440524188001010014",
        "WORKER_BANK_ACCOUNT, 身份证440524188001010014",
        "BANK_ACCOUNT_2, 440524188001010014",
        "BANK_ACCOUNT_AS_WRITTEN, 440524188001010014",
        "BANK_ACCOUNT, 张三的卡放在前台",
        "HOUSING_FUND_ACCOUNT, GJJ20260012",
    })
    void of_what_stands_in_the_place_of_an_account_and_is_none_nothing_is_seen(String field, String value) {
        assertThat(FieldKinds.masked(field, Sector.BROKERAGE, Classification.STATUTORY_SENSITIVE, value))
                .isEqualTo("***");
    }

    @Test
    void of_an_account_as_long_as_an_identity_number_the_end_is_seen() {
        assertThat(masked("BANK_ACCOUNT", Classification.STATUTORY_SENSITIVE, "622588123456789012"))
                .isEqualTo("***9012");
        assertThat(FieldKinds.masked(
                        "HOUSING_FUND_ACCOUNT", Sector.BROKERAGE, Classification.STATUTORY_SENSITIVE, "0012-3456-7890"))
                .isEqualTo("***7890");
    }

    @Test
    void nothing_of_the_end_of_an_identity_number_is_seen() {
        assertThat(masked("ID_NUMBER", Classification.POLICY_SENSITIVE, "320102198711098753"))
                .isEqualTo("3201**************");
    }

    @Test
    void an_address_a_name_and_a_way_to_reach_somebody_are_known_again_by_their_beginning() {
        assertThat(masked("ADDRESS", Classification.GENERAL, "上海市浦东新区示例路 100 号"))
                .isEqualTo("上***");
        assertThat(masked("CONTRACT_NUMBER", Classification.GENERAL, "HT-2026-0001"))
                .isEqualTo("H***");
        assertThat(masked("NAME", Classification.GENERAL, "王小明")).isEqualTo("王**");
        assertThat(masked("PHONE", Classification.GENERAL, "13507451170")).isEqualTo("135****1170");
        assertThat(masked("EMAIL", Classification.GENERAL, "a.person@example.com"))
                .isEqualTo("a***@example.com");
    }

    @Test
    void none_of_these_is_shown_as_it_stands() {
        for (String field : new String[] {"DOOR_CODE", "BANK_ACCOUNT", "ETHNICITY", "UNKNOWN_7"}) {
            assertThat(FieldKinds.mayBeShown(field, Sector.HOUSEKEEPING, Classification.GENERAL))
                    .as(field)
                    .isFalse();
        }
    }

    private static String masked(String field, Classification of, String value) {
        return FieldKinds.masked(field, Sector.HOUSEKEEPING, of, value);
    }
}
