package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.record.Category;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.Hold;
import io.shouxin.record.HoldKind;
import io.shouxin.record.Holds;
import io.shouxin.record.Purpose;
import io.shouxin.record.RecordGate;
import io.shouxin.record.Records;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RunningContracts;
import io.shouxin.shared.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** While a deletion is asked for, a contract that still runs may go on using what it needs, and nothing else is used. */
@SpringBootTest
@Import(TestFirm.class)
class RunningContractTest {

    private final TestFirm firm;
    private final Desks desks;
    private final RunningContracts contracts;
    private final Records records;
    private final RecordGate gate;
    private final Holds holds;
    private final TransactionTemplate transaction;

    @Autowired
    RunningContractTest(
            BeanFactory beans,
            TestFirm firm,
            RunningContracts contracts,
            Records records,
            RecordGate gate,
            Holds holds,
            PlatformTransactionManager transactions) {
        this.firm = firm;
        this.desks = Desks.of(beans);
        this.contracts = contracts;
        this.records = records;
        this.gate = gate;
        this.holds = holds;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void what_a_running_contract_needs_stays_usable_while_everything_else_rests() {
        TestFirm.Client client = restricted("contract-runs", LocalDate.of(2099, 6, 30));
        List<HeldRecord> own = records.of(client.id());
        assertThat(gate.refusals(own, Purpose.DAILY_WORK)).hasSize(own.size());
        assertThat(usable(client))
                .containsExactlyInAnyOrder(
                        Category.IDENTITY, Category.CONTACT, Category.TRANSACTION, Category.PROPERTY);
    }

    @Test
    void a_contract_that_has_ended_needs_nothing() {
        assertThat(usable(restricted("contract-over", LocalDate.of(2010, 6, 30))))
                .isEmpty();
    }

    @Test
    void a_contract_whose_end_nobody_knows_goes_on_using_what_it_needs() {
        TestFirm.Client client = firm.clientOfOpenDeal("contract-open", LocalDate.of(2026, 5, 4));
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.task(id, "officer", "officer-decisions");
        List<HeldRecord> own = records.of(client.id());
        assertThat(gate.refusals(own, Purpose.DAILY_WORK)).hasSize(own.size());
        assertThat(usable(client))
                .containsExactlyInAnyOrder(
                        Category.IDENTITY, Category.CONTACT, Category.TRANSACTION, Category.PROPERTY);

        desks.decideOpen(id, Map.of("outcome", "RESTRICT_STORAGE_ONLY", "until", "2030-06-30", "reason", "合同已结束"));
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        desks.closed(id, client.id());
        assertThat(usable(client))
                .as("what the officer has stored only is not used")
                .isEmpty();
    }

    @Test
    void a_contract_that_has_not_begun_needs_nothing() {
        TestFirm.Client client = firm.clientOfOpenDeal("contract-ahead", LocalDate.of(2099, 5, 4));
        desks.task(desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX), "officer", "officer-decisions");
        assertThat(usable(client)).isEmpty();
    }

    @Test
    void a_seal_stops_a_running_contract_too() {
        TestFirm.Client client = restricted("contract-sealed", LocalDate.of(2099, 6, 30));
        transaction.executeWithoutResult(status -> holds.place(
                List.of(new Hold(
                        UUID.randomUUID(),
                        HoldKind.SEAL,
                        client.id(),
                        null,
                        "DISPUTE",
                        "firm's rule",
                        UUID.randomUUID(),
                        "ZY-2026-0002",
                        null)),
                Actor.SYSTEM));
        assertThat(usable(client)).isEmpty();
    }

    private TestFirm.Client restricted(String tag, LocalDate saleEnds) {
        TestFirm.Client client = firm.client(tag, saleEnds);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.task(id, "clerk", "review-decisions");
        return client;
    }

    private List<Category> usable(TestFirm.Client client) {
        return records.byIds(contracts.usable(client.id())).stream()
                .map(HeldRecord::category)
                .toList();
    }
}
