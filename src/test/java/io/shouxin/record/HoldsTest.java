package io.shouxin.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shouxin.platform.database.DatabaseAccess;
import io.shouxin.shared.Actor;
import io.shouxin.spine.TestFirm;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The register of restrictions and seals, and the database that enforces it against everybody. */
@SpringBootTest
@Import(TestFirm.class)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HoldsTest {

    private static final String REFUSED = "SX001";

    private final TestFirm firm;
    private final Holds holds;
    private final Records records;
    private final RecordGate gate;
    private final RecordErasure erasure;
    private final JdbcClient jdbc;
    private final DatabaseAccess database;
    private final TransactionTemplate transaction;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @Autowired
    HoldsTest(
            TestFirm firm,
            Holds holds,
            Records records,
            RecordGate gate,
            RecordErasure erasure,
            JdbcClient jdbc,
            DatabaseAccess database,
            PlatformTransactionManager transactions) {
        this.firm = firm;
        this.holds = holds;
        this.records = records;
        this.gate = gate;
        this.erasure = erasure;
        this.jdbc = jdbc;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void lifting_one_of_two_overlapping_restrictions_leaves_the_other() {
        UUID subject = person();
        UUID first = place(HoldKind.RESTRICTION, subject, null);
        UUID second = place(HoldKind.RESTRICTION, subject, null);
        assertThat(refused(subject)).hasSize(8);

        lift(first, HoldKind.RESTRICTION);
        assertThat(refused(subject)).hasSize(8);
        assertThat(holds.standing(List.of(subject))).extracting(Hold::caseId).containsExactly(second);

        lift(second, HoldKind.RESTRICTION);
        assertThat(refused(subject)).isEmpty();
    }

    @Test
    void lifting_a_restriction_leaves_the_seal_of_the_same_case() {
        UUID subject = person();
        UUID both = place(HoldKind.RESTRICTION, subject, null);
        place(HoldKind.SEAL, subject, null, both);
        lift(both, HoldKind.RESTRICTION);
        assertThat(holds.standing(List.of(subject))).extracting(Hold::kind).containsExactly(HoldKind.SEAL);
        assertThat(gate.refusals(records.of(subject), Purpose.SUBJECT_ACCESS)).hasSize(8);
    }

    @Test
    void the_same_hold_of_the_same_case_stands_once() {
        UUID subject = person();
        UUID one = place(HoldKind.RESTRICTION, subject, null);
        place(HoldKind.RESTRICTION, subject, null, one);
        assertThat(holds.standing(List.of(subject))).hasSize(1);
    }

    @Test
    void a_restriction_stops_use_and_lets_an_erasure_through() {
        UUID subject = person();
        place(HoldKind.RESTRICTION, subject, null);
        assertThat(refused(subject)).hasSize(8);
        assertThat(gate.refusals(records.of(subject), Purpose.ERASURE)).isEmpty();
    }

    @Test
    void a_hold_on_one_record_leaves_the_others_free() {
        UUID subject = person();
        UUID held = records.of(subject).get(0).id();
        place(HoldKind.STORAGE_ONLY, subject, held);
        assertThat(refused(subject)).containsExactly(held);
    }

    @ParameterizedTest
    @EnumSource(
            value = HoldKind.class,
            names = {"STORAGE_ONLY", "SEAL"})
    void the_application_s_role_deletes_nothing_that_is_stored_for_a_law_or_sealed(HoldKind kind) throws SQLException {
        UUID subject = person();
        UUID record = records.of(subject).get(0).id();
        place(kind, subject, record);
        for (String statement : List.of(
                "DELETE FROM record_value WHERE record_id = '%s'",
                "WITH i AS (DELETE FROM subject_index WHERE record_id = '%1$s'),"
                        + " v AS (DELETE FROM record_value WHERE record_id = '%1$s')"
                        + " DELETE FROM record WHERE id = '%1$s'",
                "DELETE FROM subject_index WHERE record_id = '%s'")) {
            if (!statement.startsWith("DELETE FROM subject_index") || indexed(record)) {
                assertThat(sqlStateAsApp(statement.formatted(record)))
                        .as(statement)
                        .isEqualTo(REFUSED);
            }
        }
        assertThat(left(List.of(record))).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE record_value SET ciphertext = '' WHERE record_id = '%s'",
                "UPDATE record SET last_contact_on = now() WHERE id = '%s'",
            })
    void the_application_s_role_changes_nothing_that_is_sealed(String statement) throws SQLException {
        UUID subject = person();
        UUID record = records.of(subject).get(0).id();
        assertThat(sqlStateAsApp(statement.replace("''", "ciphertext").formatted(record)))
                .as("before")
                .isEqualTo("00000");
        place(HoldKind.SEAL, subject, null);
        assertThat(sqlStateAsApp(statement.formatted(record))).isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE hold SET ground = 'OTHER'",
                "UPDATE hold SET until_on = now()",
                "DELETE FROM hold",
                "TRUNCATE hold",
                "TRUNCATE record_value",
                "ALTER TABLE record_value DISABLE TRIGGER record_value_on_hold",
                "SET session_replication_role = replica",
            })
    void the_application_s_role_gets_round_no_hold(String statement) throws SQLException {
        assertThat(sqlStateAsApp(statement)).as("insufficient privilege").isEqualTo("42501");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO record (id, subject_id, branch_id, category, classification, fingerprint)"
                        + " SELECT gen_random_uuid(), gen_random_uuid(), branch_id, category, classification, '\\x01'"
                        + " FROM record WHERE id = '%s'",
                "INSERT INTO record (id, subject_id, branch_id, category, classification, fingerprint)"
                        + " SELECT gen_random_uuid(), subject_id, gen_random_uuid(), category, classification, '\\x02'"
                        + " FROM record WHERE id = '%s'",
                "INSERT INTO record_value SELECT gen_random_uuid(), ciphertext FROM record_value WHERE record_id = '%s'",
                "INSERT INTO subject_index SELECT gen_random_uuid(), id, 'NAME', '\\x03' FROM record WHERE id = '%s'",
                "UPDATE record SET subject_id = gen_random_uuid() WHERE id = '%s'",
                "DELETE FROM record WHERE id = '%s'",
            })
    void no_row_of_a_person_s_data_is_without_its_person_branch_or_record(String statement) throws SQLException {
        UUID record = records.of(person()).get(0).id();
        assertThat(sqlStateAsApp(statement.formatted(record)))
                .as("foreign key violation")
                .isEqualTo("23503");
        assertThat(left(List.of(record))).isPositive();
    }

    @Test
    void an_erasure_leaves_what_another_case_sealed_and_says_so() {
        UUID subject = person();
        UUID sealed = records.of(subject).get(0).id();
        place(HoldKind.SEAL, subject, sealed);
        RecordErasure.Result result = erase(subject);
        assertThat(result.refused()).containsOnlyKeys(sealed);
        assertThat(result.erased()).hasSize(7);
        assertThat(left(List.of(sealed))).isPositive();
    }

    @Test
    void a_seal_asked_for_while_an_erasure_runs_waits_until_it_is_over() throws Exception {
        UUID subject = person();
        Set<UUID> all = ids(subject);
        Future<UUID> seal = transaction.execute(status -> {
            erasure.erase(UUID.randomUUID(), Map.of(subject, all), Set.of());
            Future<UUID> asked = threads.submit(() -> place(HoldKind.SEAL, subject, null));
            awaitSomebodyWaiting();
            assertThat(asked).isNotDone();
            return asked;
        });
        java.util.Objects.requireNonNull(seal).get();
        assertThat(left(all)).isZero();
    }

    @Test
    void an_erasure_that_begins_while_a_seal_is_placed_waits_and_then_deletes_nothing() throws Exception {
        UUID subject = person();
        Set<UUID> all = ids(subject);
        Future<RecordErasure.Result> erasing = transaction.execute(status -> {
            placeHere(HoldKind.SEAL, subject, null, UUID.randomUUID());
            Future<RecordErasure.Result> asked = threads.submit(() -> erase(subject));
            awaitSomebodyWaiting();
            return asked;
        });
        RecordErasure.Result result = java.util.Objects.requireNonNull(erasing).get();
        assertThat(result.erased()).isEmpty();
        assertThat(result.refused()).containsOnlyKeys(all);
    }

    @RepeatedTest(20)
    void nothing_is_deleted_after_a_seal_was_acknowledged() throws Exception {
        UUID subject = person();
        Set<UUID> all = ids(subject);
        CyclicBarrier together = new CyclicBarrier(2);
        Future<Integer> leftWhenSealed = threads.submit(() -> {
            together.await();
            place(HoldKind.SEAL, subject, null);
            return left(all);
        });
        Future<RecordErasure.Result> erased = threads.submit(() -> {
            together.await();
            return erase(subject);
        });
        int gone = erased.get().erased().size();
        assertThat(gone).as("all or nothing").isIn(0, all.size());
        assertThat(left(all)).isEqualTo(leftWhenSealed.get());
        assertThat(left(all) == 0).isEqualTo(gone == all.size());
    }

    @Test
    void a_bare_delete_that_came_before_the_seal_is_over_before_the_seal_stands() throws Exception {
        UUID subject = person();
        UUID record = records.of(subject).get(0).id();
        try (Connection app = asApp();
                Statement statement = app.createStatement()) {
            app.setAutoCommit(false);
            statement.executeUpdate("DELETE FROM record_value WHERE record_id = '" + record + "'");
            Future<UUID> seal = threads.submit(() -> place(HoldKind.SEAL, subject, null));
            awaitSomebodyWaiting();
            assertThat(seal).isNotDone();
            app.commit();
            seal.get();
        }
    }

    @Test
    void a_bare_delete_that_comes_while_a_seal_is_placed_waits_and_is_refused() throws Exception {
        UUID subject = person();
        UUID record = records.of(subject).get(0).id();
        Future<String> deleting = transaction.execute(status -> {
            placeHere(HoldKind.SEAL, subject, null, UUID.randomUUID());
            Future<String> asked =
                    threads.submit(() -> sqlStateAsApp("DELETE FROM record_value WHERE record_id = '" + record + "'"));
            awaitSomebodyWaiting();
            return asked;
        });
        assertThat(java.util.Objects.requireNonNull(deleting).get()).isEqualTo(REFUSED);
    }

    private UUID person() {
        return firm.client(UUID.randomUUID().toString(), null).id();
    }

    private Set<UUID> ids(UUID subject) {
        return records.of(subject).stream().map(HeldRecord::id).collect(Collectors.toSet());
    }

    private Set<UUID> refused(UUID subject) {
        return gate.refusals(records.of(subject), Purpose.DAILY_WORK).keySet();
    }

    private RecordErasure.Result erase(UUID subject) {
        return java.util.Objects.requireNonNull(transaction.execute(
                status -> erasure.erase(UUID.randomUUID(), Map.of(subject, ids(subject)), Set.of())));
    }

    private UUID place(HoldKind kind, UUID subject, @Nullable UUID record) {
        return place(kind, subject, record, UUID.randomUUID());
    }

    private UUID place(HoldKind kind, UUID subject, @Nullable UUID record, UUID caseId) {
        transaction.executeWithoutResult(status -> placeHere(kind, subject, record, caseId));
        return caseId;
    }

    private void placeHere(HoldKind kind, UUID subject, @Nullable UUID record, UUID caseId) {
        holds.place(
                List.of(new Hold(UUID.randomUUID(), kind, subject, record, "TEST", "PIPL 47(2)", caseId, null, null)),
                Actor.SYSTEM);
    }

    private void lift(UUID caseId, HoldKind kind) {
        transaction.executeWithoutResult(status -> holds.lift(caseId, kind, null, "TEST", Actor.SYSTEM));
    }

    private int left(Collection<UUID> ids) {
        return erasure.remaining(ids);
    }

    private boolean indexed(UUID record) {
        return jdbc.sql("SELECT count(*) FROM subject_index WHERE record_id = ?")
                        .param(record)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void awaitSomebodyWaiting() {
        await().until(() -> jdbc.sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                        .query(Integer.class)
                        .single()
                > 0);
    }

    /** The SQL state that a bare connection with the application's password gets; 00000 for success. */
    private String sqlStateAsApp(String sql) throws SQLException {
        try (Connection app = asApp();
                Statement statement = app.createStatement()) {
            statement.execute(sql);
            return "00000";
        } catch (SQLException refused) {
            return String.valueOf(refused.getSQLState());
        }
    }

    private Connection asApp() throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.app().username(), database.app().password());
    }
}
