package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.record.Category;
import io.shouxin.record.Purpose;
import io.shouxin.record.Records;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.subject.SubjectKind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** People who stand in a client's records and have rights of their own: erasing the client leaves them as they were. */
@SpringBootTest
@Import(TestFirm.class)
class ThirdPartiesTest {

    private final TestFirm firm;
    private final Desks desks;
    private final Records records;

    @Autowired
    ThirdPartiesTest(BeanFactory beans, TestFirm firm, Records records) {
        this.firm = firm;
        this.desks = Desks.of(beans);
        this.records = records;
    }

    @ParameterizedTest
    @CsvSource({"DOMESTIC_WORKER, WORKER, WORKER_NAME", "CO_OWNER, PROPERTY, CO_OWNER_NAME"})
    void erasing_a_client_never_erases_who_works_for_them_or_owns_with_them(
            SubjectKind kind, Category category, String field) {
        firm.open();
        TestFirm.Client client = firm.client("with-" + kind, null);
        UUID other = firm.tied(client, kind, category, Map.of(field, "周不删"));
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));

        assertThat(desks.closed(id, client.id()).request().outcome()).isEqualTo(RequestOutcome.COMPLETED);
        assertThat(firm.asStaff("clerk", () -> desks.reader().get(id)).decisions())
                .extracting(RecordDecision::subjectId)
                .containsOnly(client.id(), client.child());
        assertThat(records.of(client.id())).isEmpty();
        assertThat(records.of(client.child())).isEmpty();
        assertThat(records.of(other)).hasSize(1);
        assertThat(opened(other)).containsExactly("周不删");
    }

    private List<String> opened(UUID person) {
        return records.open(records.of(person), Purpose.SUBJECT_ACCESS).values().stream()
                .flatMap(values -> values.values().stream())
                .toList();
    }
}
