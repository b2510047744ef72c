package io.shouxin.request.internal;

import io.shouxin.platform.Parameters;
import io.shouxin.platform.TransactionMemory;
import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.record.DealType;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.retention.DecisionReason;
import io.shouxin.retention.Outcome;
import io.shouxin.retention.RetentionDecision;
import io.shouxin.retention.RetentionTexts;
import io.shouxin.retention.Strength;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The decisions per record of a request. They hold categories, dates and grounds, never a value of the record. */
@Repository
class DecisionRows {

    private static final Comparator<RecordDecision> ORDER = Comparator.<RecordDecision, String>comparing(
                    decision -> decision.category().name())
            .thenComparing(RecordDecision::dealYear, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(RecordDecision::recordId);

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final TransactionMemory<RequestId, List<RecordDecision>> read = new TransactionMemory<>();

    DecisionRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    List<RecordDecision> of(RequestId request) {
        return read.find(request).orElseGet(() -> {
            List<RecordDecision> decisions = select(request);
            read.keep(request, decisions);
            return decisions;
        });
    }

    private List<RecordDecision> select(RequestId request) {
        return jdbc
                .sql("SELECT * FROM request_decision WHERE request_id = ?")
                .param(request.value())
                .query(DecisionRows::read)
                .list()
                .stream()
                .sorted(ORDER)
                .toList();
    }

    /** Whose records are kept in these cases because of an open claim. */
    List<KeptForClaim> keptForClaims(Collection<UUID> cases) {
        return jdbc.sql("""
                        SELECT DISTINCT request_id, subject_id FROM request_decision
                        WHERE request_id = ANY (?) AND reason = ? AND outcome = ANY (?)
                        """)
                .params(
                        cases.toArray(UUID[]::new),
                        DecisionReason.OPEN_CLAIM.name(),
                        Arrays.stream(Outcome.values())
                                .filter(Outcome::keeps)
                                .map(Outcome::name)
                                .toArray(String[]::new))
                .query((rs, n) -> new KeptForClaim(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)))
                .list();
    }

    record KeptForClaim(UUID caseId, UUID subjectId) {}

    /** Puts these decisions in place of all earlier ones. */
    void replace(RequestId request, Collection<RecordDecision> decisions) {
        if (!of(request).isEmpty()) {
            jdbc.sql("DELETE FROM request_decision WHERE request_id = ?")
                    .param(request.value())
                    .update();
        }
        read.keep(request, decisions.stream().sorted(ORDER).toList());
        batch.batchUpdate(
                """
                INSERT INTO request_decision (request_id, record_id, subject_id, branch_id, category, classification, deal_type,
                    deal_year, proposed, reason, proposed_until, rule_id, strength, source, certainty, ground, text_key,
                    text_args, alternatives, table_version, outcome, until_on, changed_by, change_reason_id, change_code,
                    system)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, decisions.stream().map(decision -> row(request, decision)).toList());
    }

    void change(RequestId request, RecordDecision decision) {
        read.forget(request);
        jdbc.sql("""
                        UPDATE request_decision SET outcome = ?, until_on = ?, changed_by = ?, change_reason_id = ?,
                            change_code = ?
                        WHERE request_id = ? AND record_id = ?
                        """)
                .params(Arrays.asList(
                        decision.outcome().name(),
                        decision.until(),
                        decision.changedBy(),
                        decision.changeReasonId(),
                        decision.changeCode(),
                        request.value(),
                        decision.recordId()))
                .update();
    }

    /** Takes the numbers of the firm's own matters out of the sentences about open claims, when the files of these cases end. */
    void forgetClaimNumbers(Collection<UUID> cases) {
        cases.forEach(id -> read.forget(new RequestId(id)));
        jdbc.sql("UPDATE request_decision SET text_args[2] = ? WHERE request_id = ANY (?) AND reason = ?")
                .params(RetentionTexts.CLAIM_NUMBER_GONE, cases.toArray(UUID[]::new), DecisionReason.OPEN_CLAIM.name())
                .update();
    }

    private static @Nullable Object[] row(RequestId request, RecordDecision d) {
        return new @Nullable Object[] {
            request.value(),
            d.recordId(),
            d.subjectId(),
            d.branchId(),
            d.category().name(),
            d.classification().name(),
            Parameters.text(name(d.dealType())),
            Parameters.year(d.dealYear()),
            d.proposed().outcome().name(),
            d.proposed().reason().name(),
            Parameters.day(d.proposed().until()),
            Parameters.text(d.proposed().ruleId()),
            Parameters.text(name(d.proposed().strength())),
            Parameters.text(d.proposed().source()),
            Parameters.text(d.proposed().certainty()),
            Parameters.text(d.proposed().ground()),
            Parameters.text(d.proposed().textKey()),
            d.proposed().arguments().toArray(String[]::new),
            d.proposed().alternatives().toArray(String[]::new),
            Parameters.text(d.proposed().tableVersion()),
            d.outcome().name(),
            Parameters.day(d.until()),
            Parameters.id(d.changedBy()),
            Parameters.id(d.changeReasonId()),
            Parameters.text(d.changeCode()),
            Parameters.text(d.system())
        };
    }

    private static RecordDecision read(ResultSet rs, int n) throws SQLException {
        String deal = rs.getString("deal_type");
        String strength = rs.getString("strength");
        RetentionDecision proposed = new RetentionDecision(
                Outcome.valueOf(rs.getString("proposed")),
                DecisionReason.valueOf(rs.getString("reason")),
                rs.getObject("proposed_until", LocalDate.class),
                rs.getString("rule_id"),
                strength == null ? null : Strength.valueOf(strength),
                rs.getString("source"),
                rs.getString("certainty"),
                rs.getString("ground"),
                rs.getString("text_key"),
                List.of((String[]) rs.getArray("text_args").getArray()),
                List.of((String[]) rs.getArray("alternatives").getArray()),
                rs.getString("table_version"));
        return new RecordDecision(
                rs.getObject("record_id", UUID.class),
                rs.getObject("subject_id", UUID.class),
                rs.getObject("branch_id", UUID.class),
                Category.valueOf(rs.getString("category")),
                Classification.valueOf(rs.getString("classification")),
                deal == null ? null : DealType.valueOf(deal),
                rs.getObject("deal_year", Integer.class),
                proposed,
                Outcome.valueOf(rs.getString("outcome")),
                rs.getObject("until_on", LocalDate.class),
                rs.getObject("changed_by", UUID.class),
                rs.getObject("change_reason_id", UUID.class),
                rs.getString("change_code"),
                rs.getString("system"));
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
