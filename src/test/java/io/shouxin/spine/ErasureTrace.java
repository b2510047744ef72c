package io.shouxin.spine;

import io.shouxin.evidence.EvidenceReader;
import io.shouxin.evidence.EvidenceSequencer;
import io.shouxin.evidence.EvidenceView;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import io.shouxin.record.Purpose;
import io.shouxin.record.Records;
import io.shouxin.request.RequestId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a closed deletion case has left behind, everything that must be there once and everything that must be gone.
 *
 * @param effects effect rows by state
 * @param left records, values and blind indexes that were to be erased
 * @param openable people of the case whose key still opens
 * @param readable records of these people that can be opened and read
 * @param files files of the case by kind
 * @param messages messages of the case by template
 * @param timeline events of the case from the beginning of erasure on, by kind
 * @param evidence entries of the log about erasure and end, by kind
 */
record ErasureTrace(
        String outcome,
        Map<String, Integer> effects,
        int vaultErasures,
        int requestErasures,
        int left,
        int openable,
        int readable,
        int restrictions,
        Map<String, Integer> files,
        Map<String, Integer> messages,
        Map<String, Integer> timeline,
        Map<String, Integer> evidence,
        boolean logIntact) {

    static ErasureTrace of(RequestId id, BeanFactory beans) {
        JdbcClient jdbc = beans.getBean(JdbcClient.class);
        EvidenceReader log = beans.getBean(EvidenceReader.class);
        UUID value = id.value();
        List<UUID> people = jdbc.sql("SELECT DISTINCT subject_id FROM request_decision WHERE request_id = ?")
                .param(value)
                .query(UUID.class)
                .list();
        beans.getBean(EvidenceSequencer.class).sequenceNow();
        return new ErasureTrace(
                jdbc.sql("SELECT outcome FROM request WHERE id = ?")
                        .param(value)
                        .query(String.class)
                        .single(),
                counts(jdbc, "SELECT state FROM effect WHERE case_id = ?", value),
                count(jdbc, "SELECT count(*) FROM vault_erasure WHERE case_id = ?", value),
                count(jdbc, "SELECT count(*) FROM request_erasure WHERE request_id = ? AND verified", value),
                count(
                        jdbc,
                        "SELECT count_left(array_agg(record_id)) FROM request_decision WHERE request_id = ?",
                        value),
                beans.getBean(KeyVault.class)
                        .findAll(KeyScope.Kind.SUBJECT, people)
                        .size(),
                readable(beans.getBean(Records.class), people),
                count(jdbc, "SELECT count(*) FROM hold WHERE case_id = ? AND lifted_at IS NULL", value),
                counts(jdbc, "SELECT kind FROM stored_file WHERE scope_id = ?", value),
                counts(jdbc, "SELECT template FROM message WHERE case_id = ? AND template LIKE 'answered.%'", value),
                counts(jdbc, """
                        SELECT kind FROM request_event WHERE request_id = ? AND kind IN
                        ('ERASURE_BEGAN', 'ERASED', 'VERIFIED', 'ANSWERED', 'CLOSED', 'VERIFICATION_FAILED')
                        """, value),
                log.entries(value).stream()
                        .map(EvidenceView::kind)
                        .map(String::valueOf)
                        .filter(kind -> kind.startsWith("ERASURE_")
                                || kind.equals("KEY_DESTROYED")
                                || kind.equals("REQUEST_CLOSED"))
                        .collect(Collectors.toMap(kind -> kind, kind -> 1, Integer::sum, TreeMap::new)),
                log.verifyAll().intact());
    }

    private static int readable(Records records, List<UUID> people) {
        return (int) records.open(records.of(people), Purpose.SUBJECT_ACCESS).values().stream()
                .filter(values -> !values.isEmpty())
                .count();
    }

    private static int count(JdbcClient jdbc, String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(Integer.class).single();
    }

    private static Map<String, Integer> counts(JdbcClient jdbc, String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(String.class).list().stream()
                .collect(Collectors.toMap(key -> key, key -> 1, Integer::sum, TreeMap::new));
    }
}
