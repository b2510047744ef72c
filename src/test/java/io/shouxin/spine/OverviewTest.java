package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.record.Category;
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
}
