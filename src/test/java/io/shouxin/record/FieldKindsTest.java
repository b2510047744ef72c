package io.shouxin.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.shared.Sector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
