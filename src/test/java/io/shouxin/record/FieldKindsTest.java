package io.shouxin.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.shared.Sector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldKindsTest {

    @ParameterizedTest
    @CsvSource({
        // tells nothing, even beside something sensitive
        "SEX, BROKERAGE, POLICY_SENSITIVE, AS_IT_STANDS",
        "SALUTATION, HOUSEKEEPING, GENERAL, AS_IT_STANDS",
        "ID_TYPE, BROKERAGE, STATUTORY_SENSITIVE, AS_IT_STANDS",
        // shown while its record is general
        "SERVICE_TYPE, HOUSEKEEPING, GENERAL, AS_IT_STANDS",
        "SERVICE_TYPE, HOUSEKEEPING, STATUTORY_SENSITIVE_CHILD, MASKED",
        "BUDGET_2, BROKERAGE, GENERAL, AS_IT_STANDS",
        "BUDGET_AS_WRITTEN, BROKERAGE, GENERAL, AS_IT_STANDS",
        "PRICE, HOUSEKEEPING, GENERAL, AS_IT_STANDS",
        // sensitive in one trade
        "PRICE, BROKERAGE, GENERAL, MASKED",
        // the overview names the deal and its days in words anyway
        "DEAL_TYPE, BROKERAGE, POLICY_SENSITIVE, AS_IT_STANDS",
        "ENDED_ON, BROKERAGE, POLICY_SENSITIVE, AS_IT_STANDS",
        // what a yes or no column was taken to say
        "MARKETING_CONSENT_READ_AS, BROKERAGE, GENERAL, AS_IT_STANDS",
        // a note may name numbers, and beside health data anything
        "NOTE, BROKERAGE, POLICY_SENSITIVE, WITHOUT_NUMBERS",
        "NOTE_2, HOUSEKEEPING, GENERAL, WITHOUT_NUMBERS",
        "NOTE, HOUSEKEEPING, STATUTORY_SENSITIVE, MASKED",
        // says who or where somebody is, or how to reach them
        "BIRTH_DATE, BROKERAGE, GENERAL, MASKED",
        "ADDRESS, HOUSEKEEPING, GENERAL, MASKED",
        "QQ, BROKERAGE, GENERAL, MASKED",
        "PHONE_AS_WRITTEN, BROKERAGE, GENERAL, MASKED",
        // answers the second proof of identity
        "CONTRACT_NUMBER, HOUSEKEEPING, GENERAL, MASKED",
        "CONTRACT_NUMBER_2, HOUSEKEEPING, GENERAL, MASKED",
        // nobody knows what it is
        "UNKNOWN_7, BROKERAGE, GENERAL, MASKED"
    })
    void the_catalogue_says_what_whoever_holds_the_telephone_may_read(
            String field, Sector sector, Classification ofItsRecord, FieldKinds.Reading reading) {
        assertThat(FieldKinds.reading(field, sector, ofItsRecord)).isEqualTo(reading);
    }
}
