package io.shouxin.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.evidence.Checkpoint;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceView;
import io.shouxin.shared.Actor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.IllegalTransactionStateException;

class EvidenceLogTest {

    private static EvidenceDatabase database;

    private final UUID caseId = UUID.randomUUID();
    private EvidenceDatabase.Node node;

    @BeforeAll
    static void start() throws IOException {
        database = new EvidenceDatabase();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void emptyLog() throws IOException {
        database.reset();
        node = database.node("");
    }

    private EvidenceEvent event(String number) {
        return EvidenceEvent.of(EvidenceKind.VIEWED, Actor.SYSTEM)
                .caseId(caseId)
                .detail("number", number)
                .build();
    }

    private UUID append(EvidenceEvent event) {
        return node.transaction.execute(status -> node.log.append(event));
    }

    @Test
    void an_entry_is_read_back_with_everything_but_personal_data() {
        UUID actor = UUID.randomUUID();
        UUID subject = UUID.randomUUID();
        append(EvidenceEvent.of(EvidenceKind.REVEALED, new Actor(Actor.Kind.STAFF, actor, "王芳", Set.of(), Set.of()))
                .caseId(caseId)
                .subjectId(subject)
                .target("record", caseId)
                .outcome("SHOWN")
                .detail("field", "phone")
                .commit("value", "13812345678")
                .build());
        EvidenceView entry = node.reader.entries(caseId).get(0);
        assertThat(entry.kind()).isEqualTo("REVEALED");
        assertThat(entry.actorKind()).isEqualTo("STAFF");
        assertThat(entry.actorId()).isEqualTo(actor);
        assertThat(entry.targetId()).isEqualTo(caseId.toString());
        assertThat(entry.outcome()).isEqualTo("SHOWN");
        assertThat(entry.details()).containsOnlyKeys("field");
        assertThat(entry.commitments()).containsOnlyKeys("value");
        assertThat(entry.canonicalJson()).doesNotContain("王芳").doesNotContain("13812345678");
        assertThat(node.reader.entriesBy(actor, 10)).containsExactly(entry);
        assertThat(node.reader.entriesAbout(List.of(subject), 10)).containsExactly(entry);
    }

    @Test
    void the_looks_of_a_colleague_are_read_in_order_and_to_the_last_of_many_at_the_same_moment() {
        UUID colleague = UUID.randomUUID();
        node.jdbc.sql("""
                        INSERT INTO evidence_entry (id, at, kind, actor_kind, actor_id)
                        SELECT gen_random_uuid(), timestamptz '2026-11-23 09:00+08' + interval '1 second' * (n / 3000), kind, actor, id
                        FROM generate_series(0, 4499) n
                        CROSS JOIN (VALUES ('VIEWED', 'STAFF', ?::uuid), ('TASK_DECIDED', 'STAFF', ?::uuid), ('VIEWED', 'STAFF', ?::uuid))
                            AS done (kind, actor, id)
                        """).params(colleague, colleague, UUID.randomUUID()).update();
        Instant nine = Instant.parse("2026-11-23T01:00:00Z");
        List<EvidenceView> looks = new ArrayList<>();
        node.reader.looksBy(colleague, nine, nine.plusSeconds(60), looks::add);
        assertThat(looks)
                .hasSize(4_500)
                .doesNotHaveDuplicates()
                .allMatch(look -> look.kind().equals("VIEWED") && colleague.equals(look.actorId()));
        assertThat(looks).extracting(EvidenceView::at).isSorted();

        List<EvidenceView> first = new ArrayList<>();
        node.reader.looksBy(colleague, nine, nine.plusSeconds(1), first::add);
        assertThat(first).as("from the moment itself until before the other").hasSize(3_000);
    }

    @Test
    void without_a_transaction_nothing_is_appended() {
        assertThatThrownBy(() -> node.log.append(event("1"))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void a_rolled_back_transaction_leaves_no_entry_but_the_refusal_stays() {
        node.transaction.executeWithoutResult(status -> {
            node.log.append(event("1"));
            node.log.appendRefused(EvidenceEvent.of(EvidenceKind.ACCESS_REFUSED, Actor.ANONYMOUS)
                    .caseId(caseId)
                    .build());
            status.setRollbackOnly();
        });
        assertThat(node.reader.entries(caseId)).extracting(EvidenceView::kind).containsExactly("ACCESS_REFUSED");
    }

    @Test
    void a_transaction_whose_entry_cannot_be_written_does_not_commit() {
        EvidenceDatabase.execute(
                database.owner(),
                "CREATE TABLE business (id int); GRANT INSERT, SELECT ON business TO shouxin_app;"
                        + " REVOKE INSERT ON evidence_entry FROM shouxin_app");
        try {
            assertThatThrownBy(() -> node.transaction.executeWithoutResult(status -> {
                        node.jdbc.sql("INSERT INTO business VALUES (1)").update();
                        node.log.append(event("1"));
                    }))
                    .isInstanceOf(DataAccessException.class);
        } finally {
            EvidenceDatabase.execute(database.owner(), "GRANT INSERT ON evidence_entry TO shouxin_app");
        }
        assertThat(node.jdbc
                        .sql("SELECT count(*) FROM business")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(node.reader.entries(caseId)).isEmpty();
    }

    @Test
    void entries_keep_their_order_and_a_transaction_in_between_keeps_its_own() {
        node.transaction.executeWithoutResult(status -> {
            node.log.append(event("1"));
            node.apart.executeWithoutResult(inner -> node.log.append(event("between")));
            node.log.append(event("2"));
        });
        assertThat(node.reader.entries(caseId))
                .extracting(entry -> entry.details().get("number"))
                .containsExactly("between", "1", "2");
    }

    @Test
    void salts_of_the_same_transaction_are_destroyed_too() {
        UUID subject = UUID.randomUUID();
        node.transaction.executeWithoutResult(status -> {
            node.log.append(EvidenceEvent.of(EvidenceKind.REVEALED, Actor.SYSTEM)
                    .subjectId(subject)
                    .commit("value", "13812345678")
                    .build());
            assertThat(node.log.destroySalts(List.of(subject))).isEqualTo(1);
        });
        assertThat(node.jdbc
                        .sql("SELECT count(*) FROM evidence_salt")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void destroying_the_salts_of_a_person_silences_the_commitments_and_keeps_the_log_whole() {
        UUID subject = UUID.randomUUID();
        byte[] phone = "13812345678".getBytes(StandardCharsets.UTF_8);
        UUID entry = append(EvidenceEvent.of(EvidenceKind.MESSAGE_SENT, Actor.SYSTEM)
                .subjectId(subject)
                .commit("to", phone)
                .build());
        node.sequencer.sequenceNow();
        assertThat(node.log.matches(entry, "to", phone)).isTrue();
        assertThat(node.log.matches(entry, "to", new byte[] {1})).isFalse();

        Integer destroyed = node.transaction.execute(status -> node.log.destroySalts(List.of(subject)));

        assertThat(destroyed).isEqualTo(1);
        assertThat(node.log.matches(entry, "to", phone)).isFalse();
        assertThat(node.reader.verifyAll().intact()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evidence_entry", "evidence_leaf", "evidence_node", "evidence_checkpoint"})
    void nobody_changes_or_deletes_not_even_the_owner(String table) {
        append(event("1"));
        node.sequencer.sequenceNow();
        String column = jdbcColumn(table);
        for (String sql : List.of(
                "UPDATE " + table + " SET " + column + " = " + column,
                "DELETE FROM " + table,
                "TRUNCATE " + table + " CASCADE")) {
            for (var who : List.of(database.app(), database.owner(), database.superuser())) {
                assertThatThrownBy(() -> EvidenceDatabase.execute(who, sql))
                        .hasStackTraceContaining(who.equals(database.app()) ? "permission denied" : "");
            }
        }
        assertThatThrownBy(() -> EvidenceDatabase.execute(database.superuser(), "DELETE FROM " + table))
                .hasStackTraceContaining("evidence is only ever added to");
        assertThat(node.reader.verifyAll().intact()).isTrue();
        assertThat(node.reader.verifyAll().size()).isEqualTo(2);
    }

    private static String jdbcColumn(String table) {
        return switch (table) {
            case "evidence_entry" -> "kind";
            case "evidence_leaf" -> "leaf_hash";
            case "evidence_node" -> "hash";
            default -> "root";
        };
    }

    @Test
    void the_application_cannot_drop_an_entry_from_the_queue() {
        append(event("1"));
        assertThatThrownBy(() -> EvidenceDatabase.execute(database.app(), "DELETE FROM evidence_pending"))
                .hasStackTraceContaining("permission denied");
        assertThat(node.reader.verifyAll().pending()).isEqualTo(1);
    }

    @Test
    void what_does_not_wait_in_the_queue_becomes_no_leaf() {
        append(event("1"));
        node.sequencer.sequenceNow();
        String stranger = "INSERT INTO evidence_leaf VALUES (2, gen_random_uuid(), sha256('x'))";
        assertThatThrownBy(() -> EvidenceDatabase.execute(database.app(), stranger))
                .hasStackTraceContaining("leaves refused");
        assertThat(node.reader.verifyAll().size()).isEqualTo(2);
    }

    @Test
    void the_first_run_makes_a_key_and_says_so_in_the_log() {
        append(event("1"));
        assertThat(node.sequencer.sequenceNow()).isEqualTo(2);
        assertThat(node.reader.entry(1).orElseThrow().kind()).isEqualTo("CHECKPOINT_KEY_CREATED");
        assertThat(node.sequencer.sequenceNow()).isZero();
        Checkpoint latest = node.reader.latestCheckpoint().orElseThrow();
        assertThat(latest.size()).isEqualTo(2);
        assertThat(latest.verify(node.reader.checkpointKey(latest.keyId()).orElseThrow()))
                .isTrue();
    }

    @Test
    void a_restarted_node_signs_on_with_the_key_it_finds() {
        append(event("1"));
        node.sequencer.sequenceNow();
        append(event("2"));
        EvidenceDatabase.Node restarted = database.node("");
        assertThat(restarted.sequencer.sequenceNow()).isEqualTo(1);
        assertThat(restarted.reader.verifyAll().intact()).isTrue();
        assertThat(restarted.reader.verifyAll().size()).isEqualTo(3);
    }

    @Test
    void an_entry_whose_transaction_ends_late_is_sequenced_later() {
        EvidenceDatabase.Node slow = database.node("");
        slow.transaction.executeWithoutResult(status -> {
            slow.log.append(event("early"));
            EntriesOfTransaction.of(slow.rows).write();
            append(event("late"));
            assertThat(node.sequencer.sequenceNow()).isEqualTo(2);
        });
        assertThat(node.sequencer.sequenceNow()).isEqualTo(1);
        assertThat(node.reader.entry(2).orElseThrow().details()).containsEntry("number", "early");
        assertThat(node.reader.verifyAll().intact()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,2", "3,7", "5,9"})
    void stored_nodes_prove_every_entry_and_the_growth_of_the_log(int first, int then) {
        for (int i = 0; i < first; i++) {
            append(event("a" + i));
        }
        node.sequencer.sequenceNow();
        var before = node.reader.latestCheckpoint();
        for (int i = 0; i < then; i++) {
            append(event("b" + i));
        }
        node.sequencer.sequenceNow();
        Checkpoint after = node.reader.latestCheckpoint().orElseThrow();

        assertThat(after.size()).isEqualTo(first + then + 1);
        for (long seq = 0; seq < after.size(); seq++) {
            EvidenceView entry = node.reader.entry(seq).orElseThrow();
            assertThat(node.reader.inclusionProof(seq).verify(entry.leafHash(), after.root()))
                    .isTrue();
        }
        before.ifPresent(checkpoint -> assertThat(node.reader
                        .consistency(checkpoint.size(), after.size())
                        .verify(checkpoint.root(), after.root()))
                .isTrue());
    }

    @Test
    void many_writers_and_two_sequencers_give_one_sequence_without_gaps() throws Exception {
        int writers = 8;
        int each = 200;
        ExecutorService threads = Executors.newFixedThreadPool(writers + 2);
        CountDownLatch written = new CountDownLatch(writers);
        AtomicInteger sequenced = new AtomicInteger();
        List<Future<?>> work = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            int writer = w;
            work.add(threads.submit(() -> {
                for (int i = 0; i < each; i++) {
                    append(event(writer + "-" + i));
                }
                written.countDown();
            }));
        }
        for (int s = 0; s < 2; s++) {
            EvidenceDatabase.Node own = database.node("");
            work.add(threads.submit(() -> {
                while (written.getCount() > 0) {
                    sequenced.addAndGet(own.sequencer.sequenceNow());
                }
            }));
        }
        for (Future<?> job : work) {
            job.get();
        }
        threads.shutdown();
        sequenced.addAndGet(node.sequencer.sequenceNow());

        int total = writers * each + 1;
        assertThat(sequenced).hasValue(total);
        assertThat(node.jdbc
                        .sql("SELECT seq FROM evidence_leaf ORDER BY seq")
                        .query(Long.class)
                        .list())
                .hasSize(total)
                .startsWith(0L)
                .endsWith((long) total - 1);
        assertThat(node.jdbc
                        .sql("SELECT count(DISTINCT details ->> 'number') FROM evidence_entry")
                        .query(Integer.class)
                        .single())
                .isEqualTo(writers * each);
        assertThat(node.reader.verifyAll().intact()).isTrue();
        assertThat(node.reader.verifyAll().pending()).isZero();
    }

    @Test
    void more_than_a_batch_is_sequenced_at_once() {
        node.transaction.executeWithoutResult(status -> {
            for (int i = 0; i < 2100; i++) {
                node.log.append(event("n" + i));
            }
        });
        assertThat(node.sequencer.sequenceNow()).isEqualTo(2101);
        assertThat(node.jdbc
                        .sql("SELECT size FROM evidence_checkpoint ORDER BY size")
                        .query(Long.class)
                        .list())
                .containsExactly(1000L, 2000L, 2101L);
        assertThat(node.reader.verifyAll().intact()).isTrue();
        assertThat(node.reader.verifyAll().size()).isEqualTo(2101);
    }
}
