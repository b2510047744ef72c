package io.shouxin.request.internal;

import io.shouxin.platform.Parameters;
import io.shouxin.platform.TransactionMemory;
import io.shouxin.record.Category;
import io.shouxin.request.CallBack;
import io.shouxin.request.Capacity;
import io.shouxin.request.CaseReference;
import io.shouxin.request.Channel;
import io.shouxin.request.Proof;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.RequestType;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.NotFound;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where requests are kept. */
@Repository
public class Requests {

    private static final String SELECT = """
            SELECT id, reference, type, capacity, subject_id, branch_id, channel, language, categories, received_at, created_at, status,
                   outcome, proof, proof_method, proof_demanded, proof_due_on, call_back, refusal_code, erasure_began_at,
                   closed_at, file_ended_at, certificate_no, verification_code, version
            FROM request
            """;

    private final JdbcClient jdbc;
    /** Stored or locked by the running transaction: nobody else can change them before its end. */
    private final TransactionMemory<RequestId, SubjectRequest.Snapshot> locked = new TransactionMemory<>();

    Requests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of the year, without gaps: the counter's row is held until the request is stored. */
    public String nextReference(int year) {
        int next = jdbc.sql("""
                        INSERT INTO reference_counter (year, last) VALUES (?, 1)
                        ON CONFLICT (year) DO UPDATE SET last = reference_counter.last + 1 RETURNING last
                        """).param(year).query(Integer.class).single();
        return CaseReference.of(year, next);
    }

    public SubjectRequest get(RequestId id) {
        return find(id).orElseThrow(() -> new NotFound("request", id));
    }

    public Optional<SubjectRequest> find(RequestId id) {
        Optional<SubjectRequest> known = locked.find(id).map(SubjectRequest::new);
        return known.isPresent()
                ? known
                : jdbc.sql(SELECT + " WHERE id = ?")
                        .param(id.value())
                        .query(Requests::read)
                        .optional();
    }

    /**
     * Locks the request for the rest of the transaction, so that two people decide one after the other. Whoever locks a request and
     * a person locks the request first. The lock lets rows that refer to the request be written ({@code FOR NO KEY UPDATE}): an
     * erasure, which holds the person's lock, writes into its case without waiting for somebody who waits for the person.
     */
    public SubjectRequest lock(RequestId id) {
        Optional<SubjectRequest> known = locked.find(id).map(SubjectRequest::new);
        if (known.isPresent()) {
            return known.get();
        }
        SubjectRequest request = jdbc.sql(SELECT + " WHERE id = ? FOR NO KEY UPDATE")
                .param(id.value())
                .query(Requests::read)
                .optional()
                .orElseThrow(() -> new NotFound("request", id));
        locked.keep(id, request.snapshot());
        return request;
    }

    public Optional<SubjectRequest> byReference(String reference) {
        return jdbc.sql(SELECT + " WHERE reference = ?")
                .param(reference)
                .query(Requests::read)
                .optional();
    }

    public Optional<SubjectRequest> byVerificationCode(String code) {
        return jdbc.sql(SELECT + " WHERE verification_code = ?")
                .param(code)
                .query(Requests::read)
                .optional();
    }

    public List<SubjectRequest> ofSubject(UUID subject) {
        return jdbc.sql(SELECT + " WHERE subject_id = ? ORDER BY received_at DESC")
                .param(subject)
                .query(Requests::read)
                .list();
    }

    /** Open requests that are about this person: their own, and those whose decisions speak of their records. */
    public List<RequestId> openAbout(UUID subject) {
        return jdbc.sql("""
                        SELECT id FROM request r WHERE closed_at IS NULL AND (subject_id = :subject OR EXISTS (
                            SELECT 1 FROM request_decision d WHERE d.request_id = r.id AND d.subject_id = :subject))
                        """)
                .param("subject", subject)
                .query((rs, n) -> new RequestId(rs.getObject(1, UUID.class)))
                .list();
    }

    /**
     * Which requests; null leaves a limit out.
     *
     * @param due ids of the cases whose time runs out
     */
    record Range(
            @Nullable Set<UUID> branches,
            @Nullable RequestStatus status,
            @Nullable RequestType type,
            @Nullable List<UUID> due) {

        private static final String WHERE = """
                 WHERE (:branches::uuid[] IS NULL OR branch_id = ANY (:branches)) AND (:status::text IS NULL OR status = :status)
                AND (:type::text IS NULL OR type = :type) AND (:due::uuid[] IS NULL OR id = ANY (:due))
                """;

        private Map<String, @Nullable Object> parameters() {
            Map<String, @Nullable Object> parameters = new HashMap<>();
            parameters.put("branches", branches == null ? null : branches.toArray(UUID[]::new));
            parameters.put("status", name(status));
            parameters.put("type", name(type));
            parameters.put("due", due == null ? null : due.toArray(UUID[]::new));
            return parameters;
        }
    }

    List<SubjectRequest> find(Range range, int offset, int limit) {
        return jdbc.sql(SELECT + Range.WHERE + " ORDER BY received_at DESC, id OFFSET :offset LIMIT :limit")
                .params(range.parameters())
                .param("offset", offset)
                .param("limit", limit)
                .query(Requests::read)
                .list();
    }

    int count(Range range) {
        return jdbc.sql("SELECT count(*) FROM request" + Range.WHERE)
                .params(range.parameters())
                .query(Integer.class)
                .single();
    }

    public void insert(SubjectRequest request) {
        SubjectRequest.Snapshot s = request.snapshot();
        jdbc.sql("""
                        INSERT INTO request (id, reference, type, capacity, subject_id, branch_id, channel, language, categories,
                            received_at, created_at, status, proof, proof_method, call_back)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        s.id().value(),
                        s.reference(),
                        s.type().name(),
                        Parameters.text(
                                s.capacity().isForAnother() ? s.capacity().name() : null),
                        Parameters.id(s.subjectId()),
                        s.branchId(),
                        s.channel().name(),
                        s.language(),
                        names(s.categories()),
                        Timestamp.from(s.receivedAt()),
                        Timestamp.from(s.createdAt()),
                        s.status().name(),
                        s.proof().name(),
                        Parameters.text(name(s.proofMethod())),
                        s.callBack().name()))
                .update();
        locked.keep(request.id(), s);
    }

    /**
     * @throws OptimisticLockingFailureException if somebody else changed the request meanwhile
     */
    public void update(SubjectRequest request) {
        SubjectRequest.Snapshot s = request.snapshot();
        int changed = jdbc.sql("""
                        UPDATE request SET capacity = ?, subject_id = ?, status = ?, outcome = ?, proof = ?, proof_method = ?, proof_demanded = ?,
                            proof_due_on = ?, call_back = ?, refusal_code = ?, erasure_began_at = ?, closed_at = ?,
                            file_ended_at = ?, certificate_no = ?, verification_code = ?, version = version + 1
                        WHERE id = ? AND version = ?
                        """)
                .params(Arrays.asList(
                        Parameters.text(
                                s.capacity().isForAnother() ? s.capacity().name() : null),
                        Parameters.id(s.subjectId()),
                        s.status().name(),
                        Parameters.text(name(s.outcome())),
                        s.proof().name(),
                        Parameters.text(name(s.proofMethod())),
                        s.proofDemanded(),
                        Parameters.day(s.proofDueOn()),
                        s.callBack().name(),
                        Parameters.text(s.refusalCode()),
                        time(s.erasureBeganAt()),
                        time(s.closedAt()),
                        time(s.fileEndedAt()),
                        Parameters.text(s.certificateNo()),
                        Parameters.text(s.verificationCode()),
                        s.id().value(),
                        s.version()))
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("Request " + s.reference() + " was changed meanwhile");
        }
        request.written();
        locked.keep(request.id(), request.snapshot());
    }

    private static SubjectRequest read(ResultSet rs, int n) throws SQLException {
        Array categories = rs.getArray("categories");
        return new SubjectRequest(new SubjectRequest.Snapshot(
                new RequestId(rs.getObject("id", UUID.class)),
                rs.getString("reference"),
                RequestType.valueOf(rs.getString("type")),
                capacity(rs.getString("capacity")),
                rs.getObject("subject_id", UUID.class),
                rs.getObject("branch_id", UUID.class),
                Channel.valueOf(rs.getString("channel")),
                rs.getString("language"),
                categories == null ? null : categories((String[]) categories.getArray()),
                rs.getTimestamp("received_at").toInstant(),
                rs.getTimestamp("created_at").toInstant(),
                RequestStatus.valueOf(rs.getString("status")),
                constant(RequestOutcome.class, rs.getString("outcome")),
                Proof.valueOf(rs.getString("proof")),
                constant(ProofMethod.class, rs.getString("proof_method")),
                rs.getBoolean("proof_demanded"),
                rs.getObject("proof_due_on", LocalDate.class),
                CallBack.valueOf(rs.getString("call_back")),
                rs.getString("refusal_code"),
                instant(rs.getTimestamp("erasure_began_at")),
                instant(rs.getTimestamp("closed_at")),
                instant(rs.getTimestamp("file_ended_at")),
                rs.getString("certificate_no"),
                rs.getString("verification_code"),
                rs.getInt("version")));
    }

    /** Whoever asks for themselves needs no word of it. */
    private static Capacity capacity(@Nullable String name) {
        return name == null ? Capacity.SELF : Capacity.valueOf(name);
    }

    private static Set<Category> categories(String[] names) {
        return Arrays.stream(names)
                .map(Category::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Category.class)));
    }

    private static String @Nullable [] names(@Nullable Set<Category> categories) {
        return categories == null
                ? null
                : categories.stream().map(Category::name).sorted().toArray(String[]::new);
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
