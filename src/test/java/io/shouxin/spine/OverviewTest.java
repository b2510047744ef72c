package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.request.SubjectOverview;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest
@Import(TestFirm.class)
class OverviewTest {

    private final TestFirm firm;
    private final SubjectOverview overview;

    @Autowired
    OverviewTest(TestFirm firm, SubjectOverview overview) {
        this.firm = firm;
        this.overview = overview;
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void it_shows_nothing_of_the_answer_to_the_second_proof() {
        TestFirm.Client client = firm.client("overview", null);
        Map<Category, List<SubjectOverview.Item>> held = TestFirm.asClient(client.id(), () -> overview.of(client.id()));
        assertThat(held.get(Category.IDENTITY))
                .flatExtracting(SubjectOverview.Item::fields)
                .filteredOn(field -> field.code().equals("ID_NUMBER"))
                .singleElement()
                .satisfies(field -> assertThat(field.shown())
                        .startsWith(client.idNumber().substring(0, 4))
                        .hasSize(18)
                        .endsWith("*".repeat(14)));
        assertThat(held.values())
                .flatExtracting(items -> items)
                .extracting(SubjectOverview.Item.class::cast)
                .flatExtracting(SubjectOverview.Item::fields)
                .extracting(SubjectOverview.Field::shown)
                .noneMatch(shown -> shown.endsWith(
                        client.idNumber().substring(client.idNumber().length() - 2)));
    }

    @Test
    void it_shows_nothing_of_an_identity_number_that_stands_in_the_place_of_an_account() {
        TestFirm.Client client = firm.client("overview-account", null);
        firm.store(
                client,
                Category.FINANCIAL_ACCOUNT,
                Classification.STATUTORY_SENSITIVE,
                Map.of(
                        "BANK_ACCOUNT",
                        "440524188001010014",
                        "BANK_ACCOUNT_2",
                        "6222021234567890",
                        "HOUSING_FUND_ACCOUNT",
                        client.idNumber()));
        Map<Category, List<SubjectOverview.Item>> held = TestFirm.asClient(client.id(), () -> overview.of(client.id()));
        assertThat(held.get(Category.FINANCIAL_ACCOUNT))
                .flatExtracting(SubjectOverview.Item::fields)
                .extracting(SubjectOverview.Field::code, SubjectOverview.Field::shown)
                .containsExactlyInAnyOrder(
                        tuple("BANK_ACCOUNT", "***"),
                        tuple("BANK_ACCOUNT_2", "***7890"),
                        tuple("HOUSING_FUND_ACCOUNT", "***"));
    }
}
