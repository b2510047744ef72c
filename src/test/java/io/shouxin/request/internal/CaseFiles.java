package io.shouxin.request.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.platform.Firms;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseView;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestStatus;
import io.shouxin.retention.CaseFileRetention;
import io.shouxin.shared.ChinaTime;
import io.shouxin.spine.Desks;
import io.shouxin.spine.ProofTimer;
import io.shouxin.spine.TestFirm;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Closed cases of {@link TestFirm} whose files are as old as a test wants them. */
record CaseFiles(
        Desks desks,
        ProofTimer timer,
        CaseFileRetention retention,
        Firms firms,
        EvidenceReader evidence,
        JdbcClient jdbc,
        Clock clock) {

    static CaseFiles of(BeanFactory beans) {
        return new CaseFiles(
                Desks.of(beans),
                beans.getBean(ProofTimer.class),
                beans.getBean(CaseFileRetention.class),
                beans.getBean(Firms.class),
                beans.getBean(EvidenceReader.class),
                beans.getBean(JdbcClient.class),
                beans.getBean(Clock.class));
    }

    RequestId completed(TestFirm.Client client) {
        RequestId id = desks.submit(client, "请尽快删除", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        desks.closed(id, client.id());
        return id;
    }

    RequestId closedWithoutProof(TestFirm.Client client) {
        RequestId id = desks.submit(client, "", ProofMethod.ONE_TIME_CODE);
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_PROOF);
        timer.runOut(id);
        desks.closed(id, client.id());
        return id;
    }

    /** As if the case had been closed so long ago that the table keeps its file to this day. */
    void lastDayIs(RequestId id, LocalDate last) {
        LocalDate closed = last.minusYears(3).plusDays(2);
        while (lastDay(closed).isAfter(last)) {
            closed = closed.minusDays(1);
        }
        assertThat(lastDay(closed)).isEqualTo(last);
        jdbc.sql("UPDATE request SET closed_at = ? WHERE id = ?")
                .params(
                        Timestamp.from(closed.atTime(LocalTime.NOON)
                                .atZone(ChinaTime.ZONE)
                                .toInstant()),
                        id.value())
                .update();
    }

    private LocalDate lastDay(LocalDate closed) {
        return retention.lastDay(
                closed, firms.branch(TestFirm.BRANCH).sector(), firms.firm().jurisdiction());
    }

    LocalDate today() {
        return ChinaTime.today(clock);
    }

    /** What is left of the file: texts, messages, papers and the key they are under. */
    long rowsOfFile(RequestId id) {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM case_text WHERE case_id = :id)
                             + (SELECT count(*) FROM message WHERE case_id = :id)
                             + (SELECT count(*) FROM stored_file WHERE scope_kind = 'CASE' AND scope_id = :id)
                             + (SELECT count(*) FROM keys.data_key
                                WHERE scope_kind = 'CASE' AND scope_id = :id AND destroyed_at IS NULL)
                        """).param("id", id.value()).query(Long.class).single();
    }

    void assertEndedOnce(RequestId id, TestFirm.Client client) {
        assertThat(rowsOfFile(id)).isZero();
        assertThat(view(id, client).events())
                .filteredOn(event -> event.kind() == CaseEvent.Kind.FILE_ENDED)
                .hasSize(1);
        assertThat(evidence.entries(id.value()))
                .filteredOn(entry -> entry.kind().equals(EvidenceKind.CASE_FILE_ENDED.name()))
                .hasSize(1);
        UUID key = jdbc.sql("SELECT id FROM keys.data_key WHERE scope_kind = 'CASE' AND scope_id = ?")
                .param(id.value())
                .query(UUID.class)
                .single();
        assertThat(evidence.entries(id.value()))
                .filteredOn(entry -> entry.kind().equals(EvidenceKind.KEY_DESTROYED.name())
                        && key.toString().equals(entry.targetId()))
                .hasSize(1);
    }

    CaseView view(RequestId id, TestFirm.Client client) {
        return desks.view(id, client.id());
    }
}
