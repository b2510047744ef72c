package io.shouxin.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.record.AnonymousCounts.Count;
import io.shouxin.spine.TestFirm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What stays of anonymised records: numbers of people by category, branch and year, none of them small. The deals lie ahead, so that no
 * sweep of another test finds what is left of them due.
 */
@SpringBootTest
@Import(TestFirm.class)
class AnonymousCountsTest {

    private final TestFirm firm;
    private final AnonymousCounts counts;
    private final Records records;
    private final RecordErasure erasure;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    AnonymousCountsTest(
            TestFirm firm,
            AnonymousCounts counts,
            Records records,
            RecordErasure erasure,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.firm = firm;
        this.counts = counts;
        this.records = records;
        this.erasure = erasure;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void fewer_than_five_people_are_not_told_and_five_are() {
        raise(people(4, 1991));
        assertThat(shown(1991)).isNull();
        raise(people(1, 1991));
        assertThat(shown(1991)).isEqualTo(5);
    }

    @Test
    void one_person_with_five_records_is_one_person() {
        UUID person = UUID.randomUUID();
        raise(IntStream.range(0, 5).mapToObj(i -> record(person, 1992)).toList());
        assertThat(counted(1992)).isOne();
        assertThat(shown(1992)).isNull();
    }

    @Test
    void records_of_which_no_day_is_known_are_one_group() {
        raise(List.of(record(UUID.randomUUID(), null)));
        raise(List.of(record(UUID.randomUUID(), null)));
        assertThat(jdbc.sql("SELECT people FROM anonymous_count WHERE category = 'NOTE' AND year IS NULL")
                        .query(Integer.class)
                        .list())
                .containsExactly(2);
    }

    @Test
    void nobody_counts_what_is_not_deleted_in_the_same_transaction() {
        assertThatThrownBy(() -> counts.raise(people(1, 2093))).isInstanceOf(IllegalTransactionStateException.class);
        UUID person = firm.client("not counted", LocalDate.of(2093, 6, 30)).id();
        transaction.executeWithoutResult(status -> {
            erasure.erase(UUID.randomUUID(), Map.of(person, ids(person)), ids(person));
            status.setRollbackOnly();
        });
        assertThat(records.of(person)).isNotEmpty();
        assertThat(rows(2093)).isZero();
    }

    @Test
    void what_a_restore_brings_back_is_counted_with_its_erasure_and_only_once() {
        UUID person = firm.client("restored", LocalDate.of(2094, 6, 30)).id();
        ErasureEntry entry = entry(person);
        transaction.executeWithoutResult(status -> erasure.eraseAgain(entry));
        assertThat(counted(2094)).isOne();
        ErasureEntry same = new ErasureEntry(
                UUID.randomUUID(),
                entry.at(),
                entry.caseId(),
                entry.records(),
                entry.anonymised(),
                List.of(),
                Set.of());
        transaction.executeWithoutResult(status -> erasure.eraseAgain(same));
        assertThat(counted(2094)).isOne();
    }

    @Test
    void what_is_deleted_beside_it_is_not_counted() {
        UUID person = firm.client("beside", LocalDate.of(2095, 6, 30)).id();
        Set<UUID> one = Set.of(ids(person).iterator().next());
        transaction.executeWithoutResult(status -> erasure.erase(UUID.randomUUID(), Map.of(person, ids(person)), one));
        assertThat(records.of(person)).isEmpty();
        assertThat(rows(2095)).isOne();
    }

    private ErasureEntry entry(UUID person) {
        Set<UUID> transactions = records.of(person).stream()
                .filter(record -> record.category() == Category.TRANSACTION)
                .map(HeldRecord::id)
                .collect(Collectors.toSet());
        ErasureEntry written = new ErasureEntry(
                UUID.randomUUID(),
                Instant.parse("2026-11-23T01:00:00Z"),
                UUID.randomUUID(),
                Map.of(person, ids(person)),
                transactions,
                List.of(),
                Set.of(person));
        return ErasureEntry.read(written.write());
    }

    private Set<UUID> ids(UUID person) {
        return records.of(person).stream().map(HeldRecord::id).collect(Collectors.toSet());
    }

    private void raise(Collection<HeldRecord> deleted) {
        transaction.executeWithoutResult(status -> counts.raise(deleted));
    }

    private static List<HeldRecord> people(int number, int year) {
        return IntStream.range(0, number)
                .mapToObj(i -> record(UUID.randomUUID(), year))
                .toList();
    }

    private static HeldRecord record(UUID person, @Nullable Integer year) {
        return new HeldRecord(
                UUID.randomUUID(),
                person,
                TestFirm.BRANCH,
                year == null ? Category.NOTE : Category.TRANSACTION,
                Classification.GENERAL,
                null,
                null,
                year == null ? null : LocalDate.of(year, 3, 1),
                null,
                null);
    }

    private @Nullable Integer shown(int year) {
        return counts.in(List.of(TestFirm.BRANCH)).stream()
                .filter(count -> Integer.valueOf(year).equals(count.year()))
                .map(Count::people)
                .reduce(null, (none, people) -> people);
    }

    private int counted(int year) {
        return jdbc.sql("SELECT people FROM anonymous_count WHERE category = 'TRANSACTION' AND year = ?")
                .param(year)
                .query(Integer.class)
                .single();
    }

    private int rows(int year) {
        return jdbc.sql("SELECT count(*) FROM anonymous_count WHERE year = ?")
                .param(year)
                .query(Integer.class)
                .single();
    }
}
