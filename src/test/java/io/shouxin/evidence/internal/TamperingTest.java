package io.shouxin.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceTampered;
import io.shouxin.evidence.VerifyResult;
import io.shouxin.evidence.VerifyResult.Problem;
import io.shouxin.shared.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a database administrator might try, with every trigger switched off. */
class TamperingTest {

    private static EvidenceDatabase database;

    private Path data;
    private EvidenceDatabase.Node node;

    @BeforeAll
    static void start() throws IOException {
        database = new EvidenceDatabase();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    /** Three checkpoints: of size 5 (one entry is the key's), 9 and 13. */
    @BeforeEach
    void aLogOfThirteen(@TempDir Path data) throws IOException {
        this.data = data;
        database.reset();
        node = database.node(data);
        for (int batch = 0; batch < 3; batch++) {
            for (int i = 0; i < 4; i++) {
                append(batch + "-" + i);
            }
            node.sequencer.sequenceNow();
        }
        assertThat(node.reader.verifyAll()).isEqualTo(new VerifyResult(13, 0, null, null));
    }

    private void append(String number) {
        node.transaction.executeWithoutResult(
                status -> node.log.append(EvidenceEvent.of(EvidenceKind.VIEWED, Actor.SYSTEM)
                        .detail("number", number)
                        .build()));
    }

    private void asSuperuser(String sql) {
        EvidenceDatabase.execute(database.superuser(), """
                ALTER TABLE evidence_entry DISABLE TRIGGER ALL; ALTER TABLE evidence_leaf DISABLE TRIGGER ALL;
                ALTER TABLE evidence_node DISABLE TRIGGER ALL; ALTER TABLE evidence_checkpoint DISABLE TRIGGER ALL;
                """ + sql);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE evidence_entry SET details = '{\"number\":\"9-9\"}' WHERE id = ENTRY  | ENTRY_ALTERED",
                "UPDATE evidence_entry SET details = '{\"number\":1}' WHERE id = ENTRY        | ENTRY_ALTERED",
                "UPDATE evidence_entry SET details = '{\"a\":{}}' WHERE id = ENTRY            | ENTRY_ALTERED",
                "UPDATE evidence_entry SET at = at + interval '1 microsecond' WHERE id = ENTRY | ENTRY_ALTERED",
                "UPDATE evidence_entry SET at = 'infinity' WHERE id = ENTRY                   | ENTRY_ALTERED",
                "UPDATE evidence_entry SET kind = 'UNHEARD_OF' WHERE id = ENTRY               | ENTRY_ALTERED",
                "UPDATE evidence_entry SET actor_id = id WHERE id = ENTRY                     | ENTRY_ALTERED",
                "UPDATE evidence_leaf SET leaf_hash = sha256('x') WHERE seq = 7               | ENTRY_ALTERED",
                "DELETE FROM evidence_entry WHERE id = ENTRY                                  | ENTRY_MISSING",
                "DELETE FROM evidence_leaf WHERE seq = 7                                      | LEAF_MISSING",
                "DELETE FROM evidence_leaf WHERE seq >= 7                                     | LEAF_MISSING"
            })
    void an_edit_is_found_at_its_place(String sql, Problem problem) {
        asSuperuser(sql.replace("ENTRY", "(SELECT entry_id FROM evidence_leaf WHERE seq = 7)"));
        VerifyResult result = node.reader.verifyAll();
        assertThat(result.problem()).isEqualTo(problem);
        assertThat(result.firstBadSeq()).isEqualTo(7);
        assertThat(result.intact()).isFalse();
    }

    @Test
    void an_altered_node_is_found() {
        asSuperuser("UPDATE evidence_node SET hash = sha256('x') WHERE level = 1 AND idx = 3");
        assertThat(node.reader.verifyAll()).isEqualTo(new VerifyResult(13, 0, Problem.NODE_ALTERED, 6L));
    }

    @Test
    void entries_that_changed_places_are_found_after_the_last_good_checkpoint() {
        asSuperuser("""
                UPDATE evidence_leaf SET seq = seq + 100 WHERE seq IN (6, 7);
                UPDATE evidence_leaf SET seq = 113 - seq WHERE seq IN (106, 107);
                """);
        VerifyResult result = database.node("").reader.verifyAll();
        assertThat(result.problem()).isEqualTo(Problem.ROOT_DIFFERS);
        assertThat(result.firstBadSeq()).isEqualTo(5);
    }

    @Test
    void an_entry_dropped_from_the_queue_is_found() {
        append("lost");
        asSuperuser("DELETE FROM evidence_pending");
        assertThat(node.reader.verifyAll()).isEqualTo(new VerifyResult(13, 0, Problem.ENTRY_NOT_SEQUENCED, 13L));
    }

    @Test
    void an_entry_taken_away_while_it_waits_is_found() {
        append("lost");
        asSuperuser("DELETE FROM evidence_entry WHERE ins IN (SELECT ins FROM evidence_pending)");
        VerifyResult result = node.reader.verifyAll();
        assertThat(result.problem()).isEqualTo(Problem.ENTRY_NOT_SEQUENCED);
        assertThat(result.firstBadSeq()).isEqualTo(13L);
    }

    @Test
    void a_forged_checkpoint_is_found() {
        asSuperuser("UPDATE evidence_checkpoint SET at = at - interval '1 day' WHERE size = 9");
        VerifyResult result = node.reader.verifyAll();
        assertThat(result.problem()).isEqualTo(Problem.SIGNATURE_INVALID);
        assertThat(result.firstBadSeq()).isEqualTo(5);
    }

    @Test
    void a_log_cut_short_with_its_checkpoints_is_betrayed_by_the_export() {
        asSuperuser("""
                DELETE FROM evidence_checkpoint WHERE size > 9; DELETE FROM evidence_leaf WHERE seq >= 9;
                DELETE FROM evidence_entry e WHERE NOT EXISTS (SELECT 1 FROM evidence_leaf l WHERE l.entry_id = e.id);
                """);
        assertThat(database.node("").reader.verifyAll().intact()).isTrue();
        assertThat(node.reader.verifyAll()).isEqualTo(new VerifyResult(9, 0, Problem.EXPORT_DIFFERS, 9L));
    }

    @Test
    void a_log_rewritten_with_the_signing_key_is_betrayed_by_the_export() {
        asSuperuser("""
                DELETE FROM evidence_checkpoint WHERE size > 5;
                DELETE FROM evidence_node WHERE (idx + 1) * (1 << level) > 5;
                INSERT INTO evidence_pending SELECT e.ins FROM evidence_leaf l
                  JOIN evidence_entry e ON e.id = l.entry_id WHERE l.seq >= 5;
                DELETE FROM evidence_leaf WHERE seq >= 5;
                UPDATE evidence_entry SET details = '{"number":"9-9"}' WHERE details = '{"number":"2-0"}';
                """);
        EvidenceDatabase.execute(database.superuser(), "ALTER TABLE evidence_leaf ENABLE ALWAYS TRIGGER unqueue");
        EvidenceDatabase.Node elsewhere = database.node("");
        assertThat(elsewhere.sequencer.sequenceNow()).isEqualTo(8);
        assertThat(elsewhere.reader.verifyAll().intact()).isTrue();
        VerifyResult result = node.reader.verifyAll();
        assertThat(result.problem()).isEqualTo(Problem.EXPORT_DIFFERS);
        assertThat(result.firstBadSeq()).isEqualTo(5);
    }

    @Test
    void nothing_is_signed_on_top_of_a_tree_that_was_tampered_with() {
        append("more");
        asSuperuser("UPDATE evidence_leaf SET leaf_hash = sha256('x') WHERE seq = 12");
        assertThatThrownBy(node.sequencer::sequenceNow).isInstanceOf(EvidenceTampered.class);
        assertThat(node.reader.latestCheckpoint().orElseThrow().size()).isEqualTo(13);
    }

    @Test
    void an_export_cut_off_by_a_crash_is_completed() throws IOException {
        Path file = data.resolve("checkpoints/checkpoints.txt");
        String whole = Files.readString(file);
        for (int cut : new int[] {1, 2, 20, 100, 150, whole.length() - 3, whole.length()}) {
            Files.writeString(file, whole.substring(0, whole.length() - cut));
            EvidenceDatabase.Node restarted = database.node(data);
            assertThat(restarted.reader.verifyAll().intact()).as("cut %s", cut).isTrue();
            restarted.sequencer.sequenceNow();
            assertThat(file).as("cut %s", cut).hasContent(whole);
        }
    }

    @Test
    void an_edited_export_is_found() throws IOException {
        Path file = data.resolve("checkpoints/checkpoints.txt");
        String whole = Files.readString(file);
        Files.writeString(file, whole.replace("\n9\n", "\n10\n"));
        assertThat(node.reader.verifyAll().problem()).isEqualTo(Problem.EXPORT_DIFFERS);
        Files.writeString(file, "nonsense\n" + whole);
        assertThat(node.reader.verifyAll().problem()).isEqualTo(Problem.EXPORT_UNREADABLE);
    }

    @Test
    void another_nodes_checkpoints_are_exported_too(@TempDir Path elsewhere) {
        EvidenceDatabase.Node witness = database.node(elsewhere);
        witness.sequencer.sequenceNow();
        append("more");
        node.sequencer.sequenceNow();
        witness.sequencer.sequenceNow();
        assertThat(elsewhere.resolve("checkpoints/checkpoints.txt"))
                .hasSameTextualContentAs(data.resolve("checkpoints/checkpoints.txt"));
    }
}
