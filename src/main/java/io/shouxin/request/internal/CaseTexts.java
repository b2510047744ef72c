package io.shouxin.request.internal;

import io.shouxin.platform.BlindIndex;
import io.shouxin.platform.Cell;
import io.shouxin.platform.DataKey;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import io.shouxin.platform.Parameters;
import io.shouxin.platform.TransactionMemory;
import io.shouxin.record.ContactForms;
import io.shouxin.request.CaseText;
import io.shouxin.request.RequestId;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.PlainText;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The case file's texts, each as ciphertext under the case's key. */
@Repository
class CaseTexts {

    /** A note longer than this is refused with a sentence; ten pages of text are enough to say anything. */
    static final int LONGEST = 10_000;

    private static final Set<CaseText.Kind> CONTACTS =
            Set.of(CaseText.Kind.CONTACT_NAME, CaseText.Kind.CONTACT_PHONE, CaseText.Kind.CONTACT_EMAIL);

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final KeyVault keys;
    private final BlindIndex blind;
    private final Clock clock;
    private final TransactionMemory<RequestId, List<CaseText>> read = new TransactionMemory<>();
    private final TransactionMemory<Kept, String> lastAdded = new TransactionMemory<>();

    CaseTexts(JdbcClient jdbc, JdbcTemplate batch, KeyVault keys, BlindIndex blind, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.keys = keys;
        this.blind = blind;
        this.clock = clock;
    }

    /**
     * @throws InvalidInput if somebody's words are too long or have characters that cannot be kept ({@link PlainText})
     */
    UUID add(RequestId request, CaseText.Kind kind, String text, @Nullable UUID by) {
        return add(request, List.of(new NewText(kind, text)), by).get(0);
    }

    record NewText(CaseText.Kind kind, String text) {}

    private record Kept(RequestId request, CaseText.Kind kind) {}

    /**
     * Adds several at once.
     *
     * @return their ids in the same order
     * @throws InvalidInput as {@link #add(RequestId, CaseText.Kind, String, UUID)}; then none is added
     */
    List<UUID> add(RequestId request, List<NewText> texts, @Nullable UUID by) {
        DataKey key = keys.open(KeyScope.caseFile(request.value()));
        List<UUID> ids = new ArrayList<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        Timestamp now = Timestamp.from(clock.instant());
        for (NewText text : texts) {
            UUID id = UUID.randomUUID();
            ids.add(id);
            rows.add(new @Nullable Object[] {
                id, request.value(), text.kind().name(), key.encrypt(clean(text), cell(id)), now, Parameters.id(by)
            });
        }
        batch.batchUpdate(
                "INSERT INTO case_text (id, case_id, kind, ciphertext, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?)",
                rows);
        index(request, texts);
        read.forget(request);
        texts.forEach(text -> lastAdded.keep(new Kept(request, text.kind()), clean(text)));
        return ids;
    }

    /** Those cases in whose file this name or telephone is that of the person behind it. */
    Set<UUID> withContact(String typed) {
        Set<UUID> cases = new LinkedHashSet<>();
        ContactForms.phone(typed).ifPresent(phone -> cases.addAll(indexed("PHONE", phone)));
        ContactForms.nameKeys(typed).forEach(name -> cases.addAll(indexed("NAME", name)));
        return cases;
    }

    private List<UUID> indexed(String kind, String value) {
        return jdbc.sql("SELECT case_id FROM case_contact_index WHERE kind = ? AND hmac = ?")
                .params(kind, contactIndex(kind, value))
                .query(UUID.class)
                .list();
    }

    private byte[] contactIndex(String kind, String value) {
        return blind.of("CASE_" + kind, value);
    }

    private void index(RequestId request, List<NewText> texts) {
        List<Object[]> rows = new ArrayList<>();
        for (NewText text : texts) {
            String clean = clean(text);
            if (text.kind() == CaseText.Kind.CONTACT_PHONE) {
                ContactForms.phone(clean)
                        .ifPresent(phone ->
                                rows.add(new Object[] {request.value(), "PHONE", contactIndex("PHONE", phone)}));
            } else if (text.kind() == CaseText.Kind.CONTACT_NAME) {
                ContactForms.nameKeys(clean)
                        .forEach(name -> rows.add(new Object[] {request.value(), "NAME", contactIndex("NAME", name)}));
            }
        }
        if (!rows.isEmpty()) {
            batch.batchUpdate(
                    "INSERT INTO case_contact_index (case_id, kind, hmac) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    rows);
        }
    }

    /**
     * The first texts of a case that has just come in; it has no others.
     *
     * @throws InvalidInput as {@link #add(RequestId, CaseText.Kind, String, UUID)}; then none is added
     */
    void begin(RequestId request, List<NewText> texts, @Nullable UUID by) {
        List<UUID> ids = add(request, texts, by);
        Instant now = clock.instant();
        read.keep(
                request,
                IntStream.range(0, ids.size())
                        .mapToObj(i -> new CaseText(ids.get(i), texts.get(i).kind(), clean(texts.get(i)), now, by))
                        .toList());
    }

    /** A name or number comes from a file, and nobody who could mend it is there; words come from whoever wrote them. */
    private static String clean(NewText text) {
        boolean contact = CONTACTS.contains(text.kind());
        String clean =
                contact ? PlainText.keepable(text.text().strip()) : text.text().strip();
        PlainText.unkeepable(clean).ifPresent(place -> {
            throw new InvalidInput("/note", "ui.text.unkeepable", place);
        });
        if (PlainText.length(clean) > LONGEST) {
            throw new InvalidInput("/note", "request.error.textTooLong", LONGEST);
        }
        return clean;
    }

    List<CaseText> of(RequestId request) {
        return read.find(request).orElseGet(() -> {
            List<CaseText> texts = select(request);
            read.keep(request, texts);
            return texts;
        });
    }

    private List<CaseText> select(RequestId request) {
        Optional<DataKey> key = keys.find(KeyScope.caseFile(request.value()));
        if (key.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        "SELECT id, kind, ciphertext, created_at, created_by FROM case_text WHERE case_id = ? ORDER BY created_at, id")
                .param(request.value())
                .query((rs, n) -> {
                    UUID id = rs.getObject(1, UUID.class);
                    return new CaseText(
                            id,
                            CaseText.Kind.valueOf(rs.getString(2)),
                            key.get().decryptText(rs.getBytes(3), cell(id)),
                            rs.getTimestamp(4).toInstant(),
                            rs.getObject(5, UUID.class));
                })
                .list();
    }

    /** The last text of this kind. */
    Optional<String> last(RequestId request, CaseText.Kind kind) {
        Optional<String> added = lastAdded.find(new Kept(request, kind));
        return added.isPresent()
                ? added
                : of(request).stream()
                        .filter(text -> text.kind() == kind)
                        .reduce((first, second) -> second)
                        .map(CaseText::text);
    }

    /**
     * Deletes every text of these cases; the caller destroys the cases' keys.
     *
     * @return how many there were
     */
    int deleteAll(Collection<UUID> cases) {
        cases.forEach(id -> read.forget(new RequestId(id)));
        jdbc.sql("DELETE FROM case_contact_index WHERE case_id = ANY (?)")
                .param(cases.toArray(UUID[]::new))
                .update();
        return jdbc.sql("DELETE FROM case_text WHERE case_id = ANY (?)")
                .param(cases.toArray(UUID[]::new))
                .update();
    }

    private static Cell cell(UUID id) {
        return new Cell("case_text", "ciphertext", id);
    }
}
