package io.shouxin.record;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.Cell;
import io.shouxin.platform.DataKey;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.subject.Subjects;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
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

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    /** Letters, digits and strokes, so that no Chinese name gets in, and no run of digits as long as a telephone number. */
    private static final Pattern REFERENCE = Pattern.compile("(?!.*\\d{9})[A-Za-z0-9][A-Za-z0-9./_-]{0,39}");

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
    public record Entry(OpenClaim claim, String note, String endNote) {}

    /** The claims of these people that have not ended. */
    public List<OpenClaim> standing(Collection<UUID> people) {
        return jdbc.sql(
                        "SELECT * FROM open_claim WHERE ended_at IS NULL AND subject_id = ANY (?) ORDER BY review_on, id")
                .param(people.toArray(UUID[]::new))
                .query(Claims::read)
                .list();
    }

    /** Every claim of a person, those that stand first, with their texts. */
    public List<Entry> of(UUID subject) {
        Optional<DataKey> key = keys.find(KeyScope.subject(subject));
        return jdbc.sql(
                        "SELECT * FROM open_claim WHERE subject_id = ? ORDER BY ended_at DESC NULLS FIRST, review_on, id")
                .param(subject)
                .query((rs, n) -> new Entry(read(rs, n), text(key, rs, "note"), text(key, rs, "end_note")))
                .list();
    }

    /** @throws NotFound if there is none */
    public OpenClaim get(UUID id) {
        return jdbc.sql("SELECT * FROM open_claim WHERE id = ?")
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
        check(wanted);
        subjects.lock(List.of(wanted.subjectId()));
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
                        sealed(claim, "note", wanted.note()),
                        Timestamp.from(claim.recordedAt()),
                        claim.recordedBy()))
                .update();
        log(EvidenceKind.CLAIM_RECORDED, claim, by);
        return claim;
    }

    /**
     * Ends a claim: it was settled, given up or lost.
     *
     * @throws StateRefused if it has ended
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(OpenClaim claim, String why, Actor by) {
        int ended = jdbc.sql("""
                        UPDATE open_claim SET ended_at = ?, ended_by = ?, end_note = ? WHERE id = ? AND ended_at IS NULL
                        """)
                .params(
                        Timestamp.from(clock.instant()),
                        Objects.requireNonNull(by.id()),
                        sealed(claim, "end_note", written("/why", why)),
                        claim.id())
                .update();
        if (ended == 0) {
            throw new StateRefused("Claim", claim.id(), "ended", "end");
        }
        log(EvidenceKind.CLAIM_ENDED, claim, by);
    }

    /** Writes a person's texts again under their new key; the old one is destroyed in the same transaction. */
    void writeUnder(UUID subject, DataKey old, DataKey fresh) {
        for (String column : List.of("note", "end_note")) {
            jdbc.sql("SELECT id, " + column + " FROM open_claim WHERE subject_id = ? AND " + column + " IS NOT NULL")
                    .param(subject)
                    .query((rs, n) -> {
                        Cell cell = new Cell("open_claim", column, rs.getObject(1, UUID.class));
                        return new Object[] {fresh.encrypt(old.decryptText(rs.getBytes(2), cell), cell), cell.row()};
                    })
                    .list()
                    .forEach(row -> jdbc.sql("UPDATE open_claim SET " + column + " = ? WHERE id = ?")
                            .params(row)
                            .update());
        }
    }

    /** Takes away what was written about people of whom nothing is held any more. */
    void forgetTexts(Collection<UUID> people) {
        jdbc.sql("UPDATE open_claim SET note = NULL, end_note = NULL WHERE subject_id = ANY (?)")
                .param(people.toArray(UUID[]::new))
                .update();
    }

    private void check(NewClaim wanted) {
        LocalDate today = LocalDate.now(clock.withZone(CHINA));
        if (!REFERENCE.matcher(wanted.reference()).matches()) {
            throw new InvalidInput("/reference", "record.claim.error.reference");
        }
        if (wanted.since().isAfter(today)) {
            throw new InvalidInput("/since", "record.claim.error.since");
        }
        if (!wanted.reviewOn().isAfter(today) || wanted.reviewOn().isAfter(today.plus(LONGEST_UNTIL_REVIEW))) {
            throw new InvalidInput("/reviewOn", "record.claim.error.review", LONGEST_UNTIL_REVIEW.getMonths());
        }
        if ((wanted.deal() == null) == wanted.records().isEmpty()) {
            throw new InvalidInput("/concerns", "record.claim.error.concerns");
        }
        written("/note", wanted.note());
    }

    private static String written(String pointer, String text) {
        String clean = text.strip().replace("\u0000", "");
        if (clean.isEmpty() || clean.length() > LONGEST_NOTE) {
            throw new InvalidInput(pointer, "record.claim.error.text", LONGEST_NOTE);
        }
        return clean;
    }

    private byte[] sealed(OpenClaim claim, String column, String text) {
        return keys.open(KeyScope.subject(claim.subjectId()))
                .encrypt(written("/" + column, text), new Cell("open_claim", column, claim.id()));
    }

    private static String text(Optional<DataKey> key, ResultSet rs, String column) throws SQLException {
        byte[] sealed = rs.getBytes(column);
        return sealed == null || key.isEmpty()
                ? ""
                : key.get().decryptText(sealed, new Cell("open_claim", column, rs.getObject("id", UUID.class)));
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
