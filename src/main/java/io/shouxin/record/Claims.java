package io.shouxin.record;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.Cell;
import io.shouxin.platform.DataKey;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.subject.Subjects;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of open claims. It is no part of the register of holds: a claim stops no use and no erasure by itself, it is a fact
 * that the rules of strength C ask for (docs/adr/0006). What people write about a claim is ciphertext under the person's key.
 */
@Service
public class Claims {

    /** Whether a claim is still open must be looked at at least twice a year, or it would keep data without anybody's thought. */
    public static final Period LONGEST_UNTIL_REVIEW = Period.ofMonths(6);

    /** A few sentences say what a claim is about; its papers lie elsewhere. */
    public static final int LONGEST_NOTE = 2_000;

    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final KeyVault keys;
    private final EvidenceLog evidence;
    private final Clock clock;

    public Claims(JdbcClient jdbc, Subjects subjects, KeyVault keys, EvidenceLog evidence, Clock clock) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.keys = keys;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** A claim with what was written about it. */
    public record Entry(OpenClaim claim, String note, String endNote) {

        public Entry withoutTexts() {
            return new Entry(claim, "", "");
        }
    }

    /** The claims of these people that have not ended. */
    public List<OpenClaim> standing(Collection<UUID> people) {
        return jdbc.sql(
                        "SELECT * FROM open_claim WHERE ended_at IS NULL AND subject_id = ANY (?) ORDER BY review_on, id")
                .param(people.toArray(UUID[]::new))
                .query(Claims::read)
                .list();
    }

    /** Every claim of a person, those that stand first, with their texts; none of somebody of whom nothing is held any more. */
    public List<Entry> of(UUID subject) {
        Optional<DataKey> key = keys.find(KeyScope.subject(subject));
        return jdbc.sql("""
                        SELECT * FROM open_claim WHERE subject_id = ? AND reference IS NOT NULL
                        ORDER BY ended_at DESC NULLS FIRST, review_on, id
                        """)
                .param(subject)
                .query((rs, n) -> new Entry(read(rs, n), text(key, rs, "note"), text(key, rs, "end_note")))
                .list();
    }

    /** @throws NotFound if there is none, or nothing is held of the person any more */
    public OpenClaim get(UUID id) {
        return jdbc.sql("SELECT * FROM open_claim WHERE id = ? AND reference IS NOT NULL")
                .param(id)
                .query(Claims::read)
                .optional()
                .orElseThrow(() -> new NotFound("claim", id));
    }

    /**
     * Writes a claim down.
     *
     * @throws InvalidInput naming the field that cannot be used
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public OpenClaim record(NewClaim wanted, Actor by) {
        ClaimChecks.check(wanted, ChinaTime.today(clock));
        subjects.lock(List.of(wanted.subjectId()));
        if (subjects.get(wanted.subjectId()).erased()) {
            throw new InvalidInput("/subjectId", "record.claim.error.erased");
        }
        if (subjects.get(wanted.subjectId()).mergedInto() != null) {
            throw new InvalidInput("/subjectId", "record.claim.error.merged");
        }
        if (standing(List.of(wanted.subjectId())).stream()
                .anyMatch(known -> known.reference().equals(wanted.reference()))) {
            throw new InvalidInput("/reference", "record.claim.error.known");
        }
        OpenClaim claim = new OpenClaim(
                UUID.randomUUID(),
                wanted.subjectId(),
                wanted.branchId(),
                wanted.kind(),
                wanted.side(),
                wanted.reference(),
                wanted.since(),
                wanted.reviewOn(),
                wanted.deal(),
                wanted.records(),
                clock.instant(),
                Objects.requireNonNull(by.id()),
                null,
                null);
        OpenClaim.Deal deal = claim.deal();
        jdbc.sql("""
                        INSERT INTO open_claim (id, subject_id, branch_id, kind, side, reference, since, review_on, deal_type,
                            deal_signed_on, deal_ended_on, records, note, recorded_at, recorded_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::date, ?::date, ?::uuid[], ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        claim.id(),
                        claim.subjectId(),
                        claim.branchId(),
                        claim.kind().name(),
                        claim.side().name(),
                        claim.reference(),
                        claim.since(),
                        claim.reviewOn(),
                        deal == null ? null : deal.type().name(),
                        deal == null ? null : deal.signedOn(),
                        deal == null ? null : deal.endedOn(),
                        deal == null ? claim.records().toArray(UUID[]::new) : null,
                        keys.open(KeyScope.subject(claim.subjectId()))
                                .encrypt(ClaimChecks.text("/note", wanted.note()), cell("note", claim.id())),
                        Timestamp.from(claim.recordedAt()),
                        claim.recordedBy()))
                .update();
        log(EvidenceKind.CLAIM_RECORDED, claim, by);
        return claim;
    }

    /**
     * Ends a claim: it was settled, given up or lost. The person is locked, as an erasure locks them: it either ended the claim
     * before, or destroys with the rest what is written here. No key is ever made for it.
     *
     * @throws ClaimEnded if it has ended
     * @throws InvalidInput if it went to another person meanwhile, with a merge or its undoing: the lock would be on the wrong one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(OpenClaim claim, String why, Actor by) {
        String note = ClaimChecks.text("/why", why);
        subjects.lock(List.of(claim.subjectId()));
        if (!ownerOf(claim.id()).equals(claim.subjectId())) {
            throw new InvalidInput("/subjectId", "record.claim.error.merged");
        }
        Optional<DataKey> key = keys.find(KeyScope.subject(claim.subjectId()));
        int ended = jdbc.sql("""
                        UPDATE open_claim SET ended_at = ?, ended_by = ?, end_note = ? WHERE id = ? AND ended_at IS NULL
                        """)
                .params(Arrays.asList(
                        Timestamp.from(clock.instant()),
                        Objects.requireNonNull(by.id()),
                        key.map(found -> found.encrypt(note, cell("end_note", claim.id())))
                                .orElse(null),
                        claim.id()))
                .update();
        if (ended == 0) {
            throw new ClaimEnded(claim.id());
        }
        log(EvidenceKind.CLAIM_ENDED, claim, by);
    }

    /** The claims of these branches whose day has come or is past, the oldest first. */
    public List<OpenClaim> due(Collection<UUID> branches, LocalDate today) {
        return jdbc.sql("""
                        SELECT * FROM open_claim
                        WHERE ended_at IS NULL AND review_on <= ? AND branch_id = ANY (?) ORDER BY review_on, id LIMIT 200
                        """)
                .params(today, branches.toArray(UUID[]::new))
                .query(Claims::read)
                .list();
    }

    /**
     * Somebody has looked: the claim is still open, and is looked at again on another day.
     *
     * @throws ClaimEnded if it has ended
     * @throws InvalidInput if the day cannot be
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public OpenClaim renew(OpenClaim claim, LocalDate next, Actor by) {
        ClaimChecks.reviewOn(next, ChinaTime.today(clock));
        subjects.lock(List.of(claim.subjectId()));
        int renewed = jdbc.sql("""
                        UPDATE open_claim SET review_on = ? WHERE id = ? AND subject_id = ? AND ended_at IS NULL
                        """).params(next, claim.id(), claim.subjectId()).update();
        if (renewed == 0) {
            throw new ClaimEnded(claim.id());
        }
        OpenClaim now = get(claim.id());
        log(EvidenceKind.CLAIM_RENEWED, now, by);
        return now;
    }

    private UUID ownerOf(UUID claim) {
        return jdbc.sql("SELECT subject_id FROM open_claim WHERE id = ?")
                .param(claim)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFound("claim", claim));
    }

    /** Writes a person's texts again under their new key; the old one is destroyed in the same transaction. */
    void writeUnder(UUID subject, DataKey old, DataKey fresh) {
        for (String column : List.of("note", "end_note")) {
            jdbc.sql("SELECT id, " + column + " FROM open_claim WHERE subject_id = ? AND " + column + " IS NOT NULL")
                    .param(subject)
                    .query((rs, n) -> {
                        Cell cell = cell(column, rs.getObject(1, UUID.class));
                        return new Object[] {fresh.encrypt(old.decryptText(rs.getBytes(2), cell), cell), cell.row()};
                    })
                    .list()
                    .forEach(row -> jdbc.sql("UPDATE open_claim SET " + column + " = ? WHERE id = ?")
                            .params(row)
                            .update());
        }
    }

    /** Every claim of a person, ended or not. */
    Set<UUID> everyOne(UUID subject) {
        return Set.copyOf(jdbc.sql("SELECT id FROM open_claim WHERE subject_id = ?")
                .param(subject)
                .query(UUID.class)
                .list());
    }

    /** Gives these claims to another person; their texts are written again under that person's key. */
    void move(Collection<UUID> claims, UUID to, DataKey old, DataKey fresh) {
        UUID[] ids = claims.toArray(UUID[]::new);
        for (String column : List.of("note", "end_note")) {
            jdbc.sql("SELECT id, " + column + " FROM open_claim WHERE id = ANY (?) AND " + column + " IS NOT NULL")
                    .param(ids)
                    .query((rs, n) -> {
                        Cell cell = cell(column, rs.getObject(1, UUID.class));
                        return new Object[] {fresh.encrypt(old.decryptText(rs.getBytes(2), cell), cell), cell.row()};
                    })
                    .list()
                    .forEach(row -> jdbc.sql("UPDATE open_claim SET " + column + " = ? WHERE id = ?")
                            .params(row)
                            .update());
        }
        jdbc.sql("UPDATE open_claim SET subject_id = ? WHERE id = ANY (?)")
                .params(to, ids)
                .update();
    }

    /**
     * Ends the claims of people of whom nothing is held any more, since a claim that nothing can prove would only keep asking; of
     * each row stays what proof needs (see the table).
     */
    void endWith(Collection<UUID> erased, UUID caseId) {
        jdbc.sql("""
                        UPDATE open_claim c SET ended_at = coalesce(c.ended_at, :now), reference = NULL, since = NULL,
                            review_on = NULL, deal_type = NULL, deal_signed_on = NULL, deal_ended_on = NULL, records = NULL,
                            note = NULL, end_note = NULL
                        FROM open_claim before WHERE before.id = c.id AND c.subject_id = ANY (:people)
                        RETURNING c.id, c.subject_id, before.ended_at IS NULL AS stood
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("people", erased.toArray(UUID[]::new))
                .query((rs, n) -> rs.getBoolean("stood")
                        ? Optional.of(EvidenceEvent.of(EvidenceKind.CLAIM_ENDED, Actor.SYSTEM)
                                .caseId(caseId)
                                .subjectId(rs.getObject("subject_id", UUID.class))
                                .target("claim", rs.getObject("id", UUID.class))
                                .outcome("PERSON_ERASED")
                                .build())
                        : Optional.<EvidenceEvent>empty())
                .list()
                .forEach(ended -> ended.ifPresent(evidence::append));
    }

    private static Cell cell(String column, UUID claim) {
        return new Cell("open_claim", column, claim);
    }

    private static String text(Optional<DataKey> key, ResultSet rs, String column) throws SQLException {
        byte[] sealed = rs.getBytes(column);
        return sealed == null || key.isEmpty()
                ? ""
                : key.get().decryptText(sealed, cell(column, rs.getObject("id", UUID.class)));
    }

    private void log(EvidenceKind kind, OpenClaim claim, Actor by) {
        evidence.append(EvidenceEvent.of(kind, by)
                .subjectId(claim.subjectId())
                .target("claim", claim.id())
                .detail("kind", claim.kind())
                .detail("side", claim.side())
                .detail("review", claim.reviewOn())
                .build());
    }

    private static OpenClaim read(ResultSet rs, int n) throws SQLException {
        String deal = rs.getString("deal_type");
        Array records = rs.getArray("records");
        return new OpenClaim(
                rs.getObject("id", UUID.class),
                rs.getObject("subject_id", UUID.class),
                rs.getObject("branch_id", UUID.class),
                ClaimKind.valueOf(rs.getString("kind")),
                ClaimSide.valueOf(rs.getString("side")),
                rs.getString("reference"),
                rs.getObject("since", LocalDate.class),
                rs.getObject("review_on", LocalDate.class),
                deal == null
                        ? null
                        : new OpenClaim.Deal(
                                DealType.valueOf(deal),
                                rs.getObject("deal_signed_on", LocalDate.class),
                                rs.getObject("deal_ended_on", LocalDate.class)),
                records == null ? Set.of() : Set.of((UUID[]) records.getArray()),
                rs.getTimestamp("recorded_at").toInstant(),
                rs.getObject("recorded_by", UUID.class),
                instant(rs.getTimestamp("ended_at")),
                rs.getObject("ended_by", UUID.class));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
