package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.document.PdfText;
import io.shouxin.platform.database.DatabaseAccess;
import io.shouxin.record.AnonymousCounts;
import io.shouxin.request.CaseView;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.retention.Outcome;
import io.shouxin.system.HoldingSystem;
import io.shouxin.system.HoldingSystem.EraseOrder;
import io.shouxin.system.HoldingSystems;
import io.shouxin.testing.EveryTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the officer decides to anonymise is gone as what is deleted; a number stays that names nobody, and every paper says so. */
@SpringBootTest
@Import(TestFirm.class)
class AnonymisedCaseTest {

    private static final int YEAR = 2021;

    private final TestFirm firm;
    private final Desks desks;
    private final JdbcClient jdbc;
    private final DatabaseAccess database;
    private final HoldingSystems systems;
    private final AnonymousCounts counts;

    @Autowired
    AnonymisedCaseTest(
            ApplicationContext context,
            TestFirm firm,
            JdbcClient jdbc,
            DatabaseAccess database,
            HoldingSystems systems,
            AnonymousCounts counts) {
        this.firm = firm;
        this.desks = Desks.of(context);
        this.jdbc = jdbc;
        this.database = database;
        this.systems = systems;
        this.counts = counts;
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void the_records_are_gone_a_number_stays_and_the_papers_tell_it() {
        TestFirm.Client client = firm.client("anonymised", LocalDate.of(YEAR, 2, 28));
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        List<UUID> open = desks.decideOpen(id, Map.of("outcome", "ANONYMISE", "reason", "只需要统计"));
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        CaseView closed = desks.closed(id, client.id());

        assertThat(open).isNotEmpty();
        assertThat(closed.request().outcome()).isEqualTo(RequestOutcome.COMPLETED);
        assertThat(jdbc.sql("SELECT count(*) FROM record WHERE subject_id IN (?, ?)")
                        .params(client.id(), client.child())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(EveryTable.of(database)).doesNotContain(client.canaries().toArray(String[]::new));
        assertThat(people()).hasSize(open.size()).containsOnly(1);
        assertThat(counts.in(List.of(TestFirm.BRANCH)))
                .filteredOn(count -> Integer.valueOf(YEAR).equals(count.year()))
                .hasSize(open.size())
                .as("one person is never told")
                .allMatch(count -> count.people() == null);

        assertThat(paper(id, client, "letter-zh"))
                .contains("已匿名化,只计数", "只计数:留下类别、门店和年份,没有任何能认出您的内容")
                .doesNotContain("!");
        assertThat(paper(id, client, "letter-en"))
                .contains("onlycounted:category,branchandyearstay,nothingthatnamesyou");
        assertThat(paper(id, client, "certificate-zh"))
                .contains("匿名化:删除数据行和查找索引", "只计数,留下类别、门店和年份")
                .doesNotContain("!");

        repeat(id, client, closed);
        assertThat(people()).as("a step that runs again counts nothing again").containsOnly(1);
    }

    private void repeat(RequestId id, TestFirm.Client client, CaseView closed) {
        HoldingSystem vault = systems.get("vault");
        Set<UUID> all = closed.decisions().stream()
                .map(decision -> decision.recordId())
                .collect(java.util.stream.Collectors.toSet());
        assertThat(closed.decisions()).anyMatch(decision -> decision.outcome() == Outcome.ANONYMISE);
        String sent = jdbc.sql("SELECT effect_key FROM vault_erasure WHERE case_id = ?")
                .param(id.value())
                .query(String.class)
                .single();
        for (String key : List.of(sent, sent + "again")) {
            vault.erase(new EraseOrder(key, id.value(), Map.of(client.id(), all), all));
        }
    }

    private List<Integer> people() {
        return jdbc.sql("SELECT people FROM anonymous_count WHERE year = ?")
                .param(YEAR)
                .query(Integer.class)
                .list();
    }

    private String paper(RequestId id, TestFirm.Client client, String name) {
        return PdfText.of(TestFirm.asClient(client.id(), () -> desks.reader().document(id, name)));
    }
}
