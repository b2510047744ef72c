package io.shouxin.match.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shouxin.evidence.EvidenceLog;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.identity.ClientSignIn;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.match.MatchStatus;
import io.shouxin.match.Matches;
import io.shouxin.match.Obstacle;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import io.shouxin.record.Category;
import io.shouxin.record.ClaimKind;
import io.shouxin.record.ClaimSide;
import io.shouxin.record.Claims;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.Holds;
import io.shouxin.record.ImportView;
import io.shouxin.record.Imports;
import io.shouxin.record.NewClaim;
import io.shouxin.record.PersonData;
import io.shouxin.record.PossiblePairs;
import io.shouxin.record.PossiblePairs.Pair;
import io.shouxin.record.Purpose;
import io.shouxin.record.RecordErasure;
import io.shouxin.record.Records;
import io.shouxin.request.DraftStore;
import io.shouxin.request.RequestId;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Role;
import io.shouxin.spine.Desks;
import io.shouxin.spine.TestFirm;
import io.shouxin.subject.SubjectKind;
import io.shouxin.subject.Subjects;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** People on file for tests of merging, and what is done to them there, on a real database. */
@SpringBootTest
@Import(TestFirm.class)
abstract class MergeFixture {

    static final String NUMBER = "11010519491231002X";
    static final String OTHER_NUMBER = "110105197506080031";
    static final String THIRD_NUMBER = "110105198807090051";
    static final String FOURTH_NUMBER = "110105199103040077";

    static final Actor CLERK =
            new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "clerk", Set.of(Role.STAFF), Set.of(TestFirm.BRANCH));

    final TestFirm firm;
    final Desks desks;
    final Matches matches;
    final MatchRows rows;
    final MatchKeeper keeper;
    final PossiblePairs pairs;
    final Imports imports;
    final Inbox inbox;
    final Subjects subjects;
    final Records records;
    final RecordErasure erasure;
    final Holds holds;
    final Claims claims;
    final PersonData people;
    final DraftStore drafts;
    final KeyVault keys;
    final EvidenceLog evidence;
    final EvidenceReader log;
    final ClientSignIn signIn;
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final Clock clock;

    MergeFixture(BeanFactory beans) {
        this.desks = Desks.of(beans);
        this.firm = desks.firm();
        this.matches = beans.getBean(Matches.class);
        this.rows = beans.getBean(MatchRows.class);
        this.keeper = beans.getBean(MatchKeeper.class);
        this.pairs = beans.getBean(PossiblePairs.class);
        this.imports = beans.getBean(Imports.class);
        this.inbox = beans.getBean(Inbox.class);
        this.subjects = beans.getBean(Subjects.class);
        this.records = beans.getBean(Records.class);
        this.erasure = beans.getBean(RecordErasure.class);
        this.holds = beans.getBean(Holds.class);
        this.claims = beans.getBean(Claims.class);
        this.people = beans.getBean(PersonData.class);
        this.log = beans.getBean(EvidenceReader.class);
        this.evidence = beans.getBean(EvidenceLog.class);
        this.drafts = beans.getBean(DraftStore.class);
        this.keys = beans.getBean(KeyVault.class);
        this.signIn = beans.getBean(ClientSignIn.class);
        this.jdbc = beans.getBean(JdbcClient.class);
        this.transaction = beans.getBean(TransactionTemplate.class);
        this.clock = beans.getBean(Clock.class);
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    final void assertMerged(Runnable action) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> action.run()))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo("record.claim.error.merged"));
    }

    final NewClaim claim(UUID person, UUID record, String reference) {
        LocalDate today = ChinaTime.today(clock);
        return new NewClaim(
                person,
                TestFirm.BRANCH,
                ClaimKind.UNPAID_FEE,
                ClaimSide.FIRM,
                reference,
                today,
                today.plusMonths(3),
                null,
                Set.of(record),
                "尾款未付");
    }

    final void assertRefused(UUID match, Obstacle obstacle) {
        assertThat(firm.asStaff("clerk", () -> matches.view(match)).obstacle()).isEqualTo(obstacle);
        assertThatThrownBy(() -> decide("clerk", match, "MERGED"))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo("match.obstacle." + obstacle));
        assertThat(rows.get(match).status()).isEqualTo(MatchStatus.OPEN);
        assertThat(openTasks(match)).hasSize(1);
    }

    final UUID pair(UUID one, UUID other) {
        rows.add(List.of(new Pair(one, other, TestFirm.BRANCH)), UUID.randomUUID());
        return pairsOf(other).stream()
                .filter(id -> rows.get(id).found().people().contains(one))
                .findFirst()
                .orElseThrow();
    }

    final UUID personOf(UUID branch, String tag) {
        UUID id = UUID.randomUUID();
        subjects.createAll(Map.of(id, SubjectKind.CLIENT));
        record(id, branch, Category.CONTACT, "NAME", tag);
        return id;
    }

    final void record(UUID person, UUID branch, Category category, String field, String value) {
        records.store(List.of(new io.shouxin.record.NewRecord(
                person,
                branch,
                category,
                io.shouxin.record.Classification.GENERAL,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(field, value))));
    }

    final void decide(String who, UUID match, String outcome) {
        decideTask(who, taskOf(match), outcome);
    }

    final void decideTask(UUID task, String outcome) {
        decideTask("clerk", task, outcome);
    }

    private void decideTask(String who, UUID task, String outcome) {
        firm.asStaff(who, () -> {
            inbox.decide(task, Map.of("outcome", outcome));
            return null;
        });
    }

    /** The open task of a pair, waited for. */
    final UUID taskOf(UUID match) {
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> {
                            keeper.keep();
                            return openTasks(match).stream().findFirst().orElse(null);
                        },
                        Objects::nonNull)
                .id();
    }

    final List<InboxTask> openTasks(UUID match) {
        return firm.asStaff("clerk", () -> inbox.ofCase(match)).stream()
                .filter(task -> !task.done())
                .toList();
    }

    final void undo(UUID match) {
        firm.asStaff("clerk", () -> {
            matches.undo(match);
            return null;
        });
    }

    final ImportView imported(String csv) {
        UUID id = firm.asStaff(
                "clerk",
                () -> imports.receive("match.csv", csv.getBytes(StandardCharsets.UTF_8), TestFirm.BRANCH, null));
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> firm.asStaff("clerk", () -> imports.get(id)), view -> view.state()
                        .isFinished());
    }

    final UUID onlyPersonOf(String phone) {
        List<UUID> found = signIn.clientsOf(phone);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    final UUID onlyMatchOf(UUID person) {
        List<UUID> found = pairsOf(person);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    final UUID other(UUID match, UUID one) {
        return rows.get(match).found().people().stream()
                .filter(id -> !id.equals(one))
                .findFirst()
                .orElseThrow();
    }

    final List<UUID> pairsOf(UUID person) {
        return jdbc.sql("SELECT id FROM possible_match WHERE ? IN (first_id, second_id) ORDER BY reference")
                .param(person)
                .query(UUID.class)
                .list();
    }

    final Map<UUID, SortedMap<String, String>> opened(UUID person) {
        return records.open(records.of(person), Purpose.CASE);
    }

    final Set<UUID> ids(UUID person) {
        return records.of(person).stream().map(HeldRecord::id).collect(Collectors.toSet());
    }

    final byte[] ciphertextOf(UUID person) {
        return ciphertext(ids(person).iterator().next());
    }

    final byte[] ciphertext(UUID record) {
        return jdbc.sql("SELECT ciphertext FROM record_value WHERE record_id = ?")
                .param(record)
                .query((rs, n) -> rs.getBytes(1))
                .single();
    }

    final UUID keyOf(UUID person) {
        return keys.find(KeyScope.subject(person)).orElseThrow().id();
    }

    final int liveKeys(UUID person) {
        return jdbc.sql("SELECT count(*) FROM keys.data_key WHERE scope_id = ? AND destroyed_at IS NULL")
                .param(person)
                .query(Integer.class)
                .single();
    }

    final UUID ownerOf(RequestId request) {
        return jdbc.sql("SELECT subject_id FROM request WHERE id = ?")
                .param(request.value())
                .query(UUID.class)
                .single();
    }

    final List<String> kinds(UUID match) {
        return jdbc.sql("SELECT kind FROM evidence_entry WHERE case_id = ?")
                .param(match)
                .query(String.class)
                .list();
    }
}
