package io.shouxin.match.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
import io.shouxin.record.ErasureEntry;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.Hold;
import io.shouxin.record.HoldKind;
import io.shouxin.record.Holds;
import io.shouxin.record.ImportView;
import io.shouxin.record.Imports;
import io.shouxin.record.NewClaim;
import io.shouxin.record.OpenClaim;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.record.RecordErasure;
import io.shouxin.record.Records;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestStatus;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Role;
import io.shouxin.shared.StateRefused;
import io.shouxin.spine.Desks;
import io.shouxin.spine.TestFirm;
import io.shouxin.subject.SubjectKind;
import io.shouxin.subject.Subjects;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people on file become one, and two again, on a real database. */
@SpringBootTest
@Import(TestFirm.class)
class MergeTest {

    private static final String NUMBER = "11010519491231002X";
    private static final String OTHER_NUMBER = "110105197506080031";
    private static final String THIRD_NUMBER = "110105198807090051";
    private static final String FOURTH_NUMBER = "110105199103040077";

    private static final Actor CLERK =
            new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "clerk", Set.of(Role.STAFF), Set.of(TestFirm.BRANCH));

    private final TestFirm firm;
    private final Desks desks;
    private final Matches matches;
    private final MatchRows rows;
    private final MatchKeeper keeper;
    private final Imports imports;
    private final Inbox inbox;
    private final Subjects subjects;
    private final Records records;
    private final RecordErasure erasure;
    private final Holds holds;
    private final Claims claims;
    private final PersonData people;
    private final KeyVault keys;
    private final ClientSignIn signIn;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    @Autowired
    MergeTest(BeanFactory beans) {
        this.desks = Desks.of(beans);
        this.firm = desks.firm();
        this.matches = beans.getBean(Matches.class);
        this.rows = beans.getBean(MatchRows.class);
        this.keeper = beans.getBean(MatchKeeper.class);
        this.imports = beans.getBean(Imports.class);
        this.inbox = beans.getBean(Inbox.class);
        this.subjects = beans.getBean(Subjects.class);
        this.records = beans.getBean(Records.class);
        this.erasure = beans.getBean(RecordErasure.class);
        this.holds = beans.getBean(Holds.class);
        this.claims = beans.getBean(Claims.class);
        this.people = beans.getBean(PersonData.class);
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

    @Test
    void an_import_asks_once_and_a_merge_brings_everything_to_whoever_is_longer_on_file() {
        String list = "客户姓名,联系电话,子女姓名,备注\n郑一,13811110001,郑小一,甲\n郑壹,13811110001/13811110002,郑小二,乙\n";
        ImportView first = imported(list);
        assertThat(first.people()).isEqualTo(2);
        UUID other = onlyPersonOf("13811110002");
        UUID match = onlyMatchOf(other);
        UUID one = other(match, other);

        decide("clerk", match, "MERGED");

        UUID stays = Objects.requireNonNull(rows.get(match).course().survivor());
        UUID gone = Objects.requireNonNull(rows.get(match).absorbed());
        assertThat(Set.of(stays, gone)).isEqualTo(Set.of(one, other));
        assertThat(signIn.clientsOf("13811110001")).containsExactly(stays);
        assertThat(signIn.clientsOf("13811110002")).containsExactly(stays);
        assertThat(subjects.surviving(gone)).isEqualTo(stays);
        assertThat(records.of(gone)).isEmpty();
        assertThat(subjects.tiedOnlyTo(stays, SubjectKind.CHILD)).hasSize(2);
        assertThat(opened(stays)).hasSameSizeAs(records.of(stays));
        assertThat(opened(stays).values().stream().flatMap(values -> values.values().stream()))
                .contains("郑一", "郑壹");
        assertThat(kinds(match)).contains("PEOPLE_MERGED", "TASK_DECIDED");
        assertThat(liveKeys(gone)).isZero();

        int held = records.of(stays).size();
        ImportView again = imported(list);
        assertThat(again.records()).as("a list brought again after the merge").isZero();
        assertThat(again.people() - again.peopleKnown()).as("nobody new").isZero();
        assertThat(records.of(stays)).hasSize(held);
        assertThat(pairsOf(stays)).containsExactly(match);
    }

    @Test
    void who_was_kept_apart_is_never_asked_about_again() {
        String list = "客户姓名,联系电话\n冯一,13811110011\n冯壹,13811110011\n";
        imported(list);
        UUID person = signIn.clientsOf("13811110011").get(0);
        UUID match = onlyMatchOf(person);
        decide("clerk", match, "KEPT_APART");
        assertThat(kinds(match)).contains("MATCH_KEPT_APART");
        imported(list);
        imported("客户姓名,联系电话\n冯壹,13811110011\n");
        keeper.keep();
        assertThat(pairsOf(person)).containsExactly(match);
        assertThat(firm.asStaff("clerk", () -> inbox.ofCase(match)).stream().filter(task -> !task.done()))
                .isEmpty();
        assertThat(signIn.clientsOf("13811110011")).hasSize(2);
    }

    @Test
    void undoing_gives_back_exactly_what_had_come() {
        TestFirm.Client one = firm.client("merge-undo-one", null);
        TestFirm.Client other = firm.client("merge-undo-two", null);
        Map<UUID, SortedMap<String, String>> before = opened(other.id());
        Map<UUID, SortedMap<String, String>> own = opened(one.id());
        UUID match = pair(one.id(), other.id());
        decide("clerk", match, "MERGED");
        assertThat(signIn.clientsOf(other.phone())).containsExactly(one.id());
        UUID brought = keyOf(one.id());

        assertThat(firm.asStaff("clerk", () -> matches.mergesInto(one.id())))
                .singleElement()
                .satisfies(merge -> assertThat(merge.obstacle()).isEmpty());
        undo(match);

        assertThat(opened(other.id())).isEqualTo(before);
        assertThat(opened(one.id())).isEqualTo(own);
        assertThat(signIn.clientsOf(other.phone())).containsExactly(other.id());
        assertThat(signIn.clientsOf(one.phone())).containsExactly(one.id());
        assertThat(subjects.tiedOnlyTo(other.id(), SubjectKind.CHILD)).containsExactly(other.child());
        assertThat(subjects.tiedOnlyTo(one.id(), SubjectKind.CHILD)).containsExactly(one.child());
        assertThat(subjects.surviving(other.id())).isEqualTo(other.id());
        assertThat(keyOf(one.id())).as("the key that had opened both").isNotEqualTo(brought);
        assertThat(jdbc.sql("SELECT destroyed_at IS NOT NULL FROM keys.data_key WHERE id = ?")
                        .param(brought)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(kinds(match)).contains("MERGE_UNDONE");
        assertThat(rows.get(match).status()).isEqualTo(MatchStatus.UNDONE);
        assertThatThrownBy(() -> undo(match)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void erasing_the_one_person_leaves_no_key_of_either_and_no_canary_readable() {
        TestFirm.Client one = firm.client("merge-erase-one", null);
        TestFirm.Client other = firm.client("merge-erase-other", null);
        byte[] copyBefore = ciphertextOf(other.id());
        UUID match = pair(one.id(), other.id());
        decide("clerk", match, "MERGED");
        Set<UUID> all = ids(one.id());
        assertThat(all).hasSize(16);
        Map<UUID, byte[]> copies = new HashMap<>();
        all.forEach(id -> copies.put(id, ciphertext(id)));

        RecordErasure.Result result = Objects.requireNonNull(
                transaction.execute(status -> erasure.erase(UUID.randomUUID(), Map.of(one.id(), all), Set.of())));

        assertThat(result.erased()).isEqualTo(all);
        assertThat(liveKeys(one.id()) + liveKeys(other.id())).isZero();
        assertThat(subjects.get(one.id()).erased()).isTrue();
        assertThat(subjects.get(other.id()).erased()).isTrue();
        copies.put(UUID.randomUUID(), copyBefore);
        copies.values().forEach(copy -> assertThat(jdbc.sql("SELECT wrapped IS NULL FROM keys.data_key WHERE id = ?")
                        .param(io.shouxin.platform.DataKey.keyIdOf(copy))
                        .query(Boolean.class)
                        .single())
                .as("the key of a copy in a back-up is destroyed")
                .isTrue());
        assertThat(signIn.clientsOf(one.phone())).isEmpty();
        assertThat(signIn.clientsOf(other.phone())).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM evidence_salt WHERE subject_id IN (?, ?)")
                        .params(one.id(), other.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> undo(match))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo("match.obstacle." + Obstacle.ERASED_SINCE));
    }

    @Test
    void an_erasure_after_a_merge_is_repeated_in_a_backup_from_before_it() {
        TestFirm.Client one = firm.client("merge-restore-one", null);
        TestFirm.Client other = firm.client("merge-restore-other", null);
        Set<UUID> all = ids(one.id());
        all.addAll(ids(other.id()));
        transaction.executeWithoutResult(status -> erasure.eraseAgain(new ErasureEntry(
                UUID.randomUUID(), clock.instant(), UUID.randomUUID(), Map.of(one.id(), all), Set.of(), List.of())));
        assertThat(records.of(List.of(one.id(), other.id()))).isEmpty();
        assertThat(subjects.get(other.id()).erased()).isTrue();
    }

    @Test
    void a_closed_case_goes_along_and_back_while_an_open_one_stands_against_it() {
        TestFirm.Client one = firm.client("merge-case-one", null);
        TestFirm.Client other = firm.client("merge-case-other", null);
        UUID match = pair(one.id(), other.id());
        RequestId request = desks.submit(other, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.task(request, "clerk", "review-decisions");
        assertRefused(match, Obstacle.OPEN_CASE);
        TestFirm.asClient(other.id(), () -> {
            desks.intake().cancel(request);
            return null;
        });
        desks.awaitStatus(request, other.id(), RequestStatus.CLOSED);

        decide("clerk", match, "MERGED");
        assertThat(ownerOf(request)).isEqualTo(one.id());
        assertThatThrownBy(() -> desks.submit(other, "", ProofMethod.CODE_AND_ID_LAST_SIX))
                .as("somebody who had signed in before the merge")
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo("request.error.merged"));
        undo(match);
        assertThat(ownerOf(request)).isEqualTo(other.id());
    }

    @Test
    void after_a_new_case_or_an_erasure_in_part_a_merge_stays() {
        TestFirm.Client one = firm.client("merge-since-one", null);
        TestFirm.Client other = firm.client("merge-since-other", null);
        UUID match = pair(one.id(), other.id());
        decide("clerk", match, "MERGED");
        UUID note = records.of(one.id()).stream()
                .filter(record -> record.category() == Category.NOTE)
                .map(HeldRecord::id)
                .filter(rows.moved(match, MatchRows.Thing.RECORD)::contains)
                .findFirst()
                .orElseThrow();
        transaction.executeWithoutResult(
                status -> erasure.erase(UUID.randomUUID(), Map.of(one.id(), Set.of(note)), Set.of()));
        assertThatThrownBy(() -> undo(match))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo("match.obstacle." + Obstacle.ERASED_SINCE));
        assertThat(rows.get(match).status()).isEqualTo(MatchStatus.MERGED);

        TestFirm.Client third = firm.client("merge-since-third", null);
        TestFirm.Client fourth = firm.client("merge-since-fourth", null);
        UUID second = pair(third.id(), fourth.id());
        decide("clerk", second, "MERGED");
        desks.submit(third, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        assertThatThrownBy(() -> undo(second))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo("match.obstacle." + Obstacle.CASE_SINCE));
    }

    @Test
    void nobody_is_merged_who_is_sealed_of_another_role_or_of_a_branch_that_the_actor_does_not_see() {
        TestFirm.Client one = firm.client("merge-refused-one", null);
        TestFirm.Client other = firm.client("merge-refused-other", null);
        UUID match = pair(one.id(), other.id());
        UUID dispute = UUID.randomUUID();
        transaction.executeWithoutResult(status -> holds.place(
                List.of(new Hold(
                        UUID.randomUUID(), HoldKind.SEAL, other.id(), null, "DISPUTE", "rule", dispute, null, null)),
                Actor.SYSTEM));
        assertRefused(match, Obstacle.SEALED);
        transaction.executeWithoutResult(status -> holds.lift(dispute, HoldKind.SEAL, null, "SETTLED", Actor.SYSTEM));
        assertRefused(pair(one.id(), one.child()), Obstacle.OTHER_ROLE);

        UUID elsewhere = personOf(TestFirm.OTHER_BRANCH, "merge-elsewhere");
        UUID far = pair(one.id(), elsewhere);
        assertRefused(far, Obstacle.OTHER_BRANCH);
        Matches.View view = firm.asStaff("clerk", () -> matches.view(far));
        assertThat(List.of(view.first(), view.second()))
                .filteredOn(side -> side.person().equals(elsewhere))
                .singleElement()
                .satisfies(side -> {
                    assertThat(side.visible()).isFalse();
                    assertThat(side.masked()).isEmpty();
                    assertThat(side.records()).isEmpty();
                });
        assertThat(view.lines()).isEmpty();
        decide("clerk", match, "MERGED");
        assertThat(rows.get(match).status()).isEqualTo(MatchStatus.MERGED);
    }

    @Test
    void
            a_question_about_somebody_who_was_erased_meanwhile_ends_and_one_about_somebody_merged_goes_on_with_the_other() {
        TestFirm.Client one = firm.client("merge-gone-one", null);
        TestFirm.Client other = firm.client("merge-gone-other", null);
        TestFirm.Client third = firm.client("merge-gone-third", null);
        UUID withOther = pair(one.id(), other.id());
        UUID otherAndThird = pair(other.id(), third.id());
        UUID oneAndErased =
                pair(one.id(), firm.client("merge-gone-fourth", null).id());
        UUID erased = other(oneAndErased, one.id());
        transaction.executeWithoutResult(
                status -> erasure.erase(UUID.randomUUID(), Map.of(erased, ids(erased)), Set.of()));
        decide("clerk", withOther, "MERGED");
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            keeper.keep();
            assertThat(rows.get(oneAndErased).status()).isEqualTo(MatchStatus.VANISHED);
            assertThat(rows.get(otherAndThird).status()).isEqualTo(MatchStatus.VANISHED);
        });
        assertThat(openTasks(oneAndErased)).isEmpty();
        assertThat(openTasks(otherAndThird)).isEmpty();
        assertThat(pairsOf(third.id()))
                .filteredOn(id -> rows.get(id).status() == MatchStatus.OPEN)
                .singleElement()
                .satisfies(id -> assertThat(rows.get(id).found().people()).contains(one.id(), third.id()));
    }

    @Test
    void what_was_erased_of_one_before_a_merge_does_not_come_back_to_the_other_after_it() {
        imported("客户姓名,联系电话\n何一,13811110021\n");
        UUID one = onlyPersonOf("13811110021");
        String list = "客户姓名,联系电话,备注\n何壹,13811110021/13811110022,爱喝茶\n";
        imported(list);
        UUID other = onlyPersonOf("13811110022");
        Set<UUID> notes = records.of(other).stream()
                .filter(record -> record.category() == Category.NOTE)
                .map(HeldRecord::id)
                .collect(Collectors.toSet());
        assertThat(notes).isNotEmpty();
        transaction.executeWithoutResult(status -> erasure.erase(UUID.randomUUID(), Map.of(other, notes), Set.of()));
        decide("clerk", onlyMatchOf(other), "MERGED");
        assertThat(subjects.surviving(other)).isEqualTo(one);
        Set<UUID> kept = ids(one);

        ImportView again = imported(list);

        assertThat(ids(one)).isEqualTo(kept);
        assertThat(again.rejected()).isOne();
    }

    @Test
    void two_people_of_a_list_with_different_identity_numbers_do_not_both_become_the_one_of_a_merge() {
        imported("客户姓名,联系电话\n吕一,13811110031\n吕壹,13811110031/13811110032\n");
        UUID other = onlyPersonOf("13811110032");
        decide("clerk", onlyMatchOf(other), "MERGED");
        UUID stays = onlyPersonOf("13811110031");

        ImportView view =
                imported("客户姓名,联系电话,身份证号\n吕一,13811110031,%s\n吕一,13811110031,%s\n".formatted(NUMBER, OTHER_NUMBER));

        assertThat(view.people() - view.peopleKnown()).as("somebody new").isOne();
        assertThat(signIn.clientsOf("13811110031")).hasSize(2).contains(stays);
        assertThat(people.validIdNumbers(List.of(stays), Purpose.CASE).getOrDefault(stays, Set.of()))
                .hasSize(1);
    }

    @Test
    void two_people_with_valid_identity_numbers_that_differ_are_not_merged() {
        imported("客户姓名,联系电话,身份证号\n施一,13811110041,%s\n施壹,13811110042,%s\n".formatted(THIRD_NUMBER, FOURTH_NUMBER));
        UUID match = pair(onlyPersonOf("13811110041"), onlyPersonOf("13811110042"));
        assertRefused(match, Obstacle.OTHER_NUMBER);
    }

    @Test
    void undoing_leaves_a_tie_that_another_merge_brought_too_or_that_may_have_grown_since() {
        TestFirm.Client one = firm.client("merge-tie-one", null);
        TestFirm.Client other = firm.client("merge-tie-other", null);
        TestFirm.Client third = firm.client("merge-tie-third", null);
        subjects.link(List.of(new Subjects.Tie(other.child(), third.id())));
        UUID match = pair(one.id(), other.id());
        decide("clerk", match, "MERGED");
        decide("clerk", pair(one.id(), third.id()), "MERGED");
        undo(match);
        assertThat(subjects.clientsOf(List.of(other.child())).get(other.child()))
                .containsExactlyInAnyOrder(one.id(), other.id());

        TestFirm.Client fourth = firm.client("merge-tie-fourth", null);
        TestFirm.Client fifth = firm.client("merge-tie-fifth", null);
        UUID second = pair(fourth.id(), fifth.id());
        decide("clerk", second, "MERGED");
        record(fifth.child(), TestFirm.BRANCH, Category.NOTE, "NOTE", "merge-tie-since");
        undo(second);
        assertThat(subjects.clientsOf(List.of(fifth.child())).get(fifth.child()))
                .containsExactlyInAnyOrder(fourth.id(), fifth.id());
    }

    @Test
    void a_claim_or_a_hold_of_whoever_looked_before_the_merge_is_refused() {
        TestFirm.Client one = firm.client("merge-stale-one", null);
        TestFirm.Client other = firm.client("merge-stale-other", null);
        UUID held = ids(other.id()).iterator().next();
        OpenClaim claim = Objects.requireNonNull(
                transaction.execute(status -> claims.record(claim(other.id(), held, "MS-1"), CLERK)));
        decide("clerk", pair(one.id(), other.id()), "MERGED");

        assertMerged(() -> claims.record(claim(other.id(), held, "MS-2"), CLERK));
        assertMerged(() -> claims.end(claim, "已付清", CLERK));
        assertThat(claims.get(claim.id()).endedAt()).isNull();
        for (UUID record : Arrays.asList(held, null)) {
            Hold hold = new Hold(
                    UUID.randomUUID(),
                    HoldKind.SEAL,
                    other.id(),
                    record,
                    "DISPUTE",
                    "rule",
                    UUID.randomUUID(),
                    null,
                    null);
            assertThatThrownBy(
                            () -> transaction.executeWithoutResult(status -> holds.place(List.of(hold), Actor.SYSTEM)))
                    .isInstanceOf(StateRefused.class);
        }
        assertThat(holds.standing(List.of(one.id(), other.id()))).isEmpty();
    }

    private void assertMerged(Runnable action) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> action.run()))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo("record.claim.error.merged"));
    }

    private NewClaim claim(UUID person, UUID record, String reference) {
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

    private void assertRefused(UUID match, Obstacle obstacle) {
        assertThat(firm.asStaff("clerk", () -> matches.view(match)).obstacle()).isEqualTo(obstacle);
        assertThatThrownBy(() -> decide("clerk", match, "MERGED"))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo("match.obstacle." + obstacle));
        assertThat(rows.get(match).status()).isEqualTo(MatchStatus.OPEN);
        assertThat(openTasks(match)).hasSize(1);
    }

    private UUID pair(UUID one, UUID other) {
        rows.add(one, other, TestFirm.BRANCH, UUID.randomUUID());
        return pairsOf(other).stream()
                .filter(id -> rows.get(id).found().people().contains(one))
                .findFirst()
                .orElseThrow();
    }

    private UUID personOf(UUID branch, String tag) {
        UUID id = UUID.randomUUID();
        subjects.createAll(Map.of(id, SubjectKind.CLIENT));
        record(id, branch, Category.CONTACT, "NAME", tag);
        return id;
    }

    private void record(UUID person, UUID branch, Category category, String field, String value) {
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

    private void decide(String who, UUID match, String outcome) {
        InboxTask task = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> {
                            keeper.keep();
                            return openTasks(match).stream().findFirst().orElse(null);
                        },
                        Objects::nonNull);
        firm.asStaff(who, () -> {
            inbox.decide(task.id(), Map.of("outcome", outcome));
            return null;
        });
    }

    private List<InboxTask> openTasks(UUID match) {
        return firm.asStaff("clerk", () -> inbox.ofCase(match)).stream()
                .filter(task -> !task.done())
                .toList();
    }

    private void undo(UUID match) {
        firm.asStaff("clerk", () -> {
            matches.undo(match);
            return null;
        });
    }

    private ImportView imported(String csv) {
        UUID id = firm.asStaff(
                "clerk",
                () -> imports.receive("match.csv", csv.getBytes(StandardCharsets.UTF_8), TestFirm.BRANCH, null));
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> firm.asStaff("clerk", () -> imports.get(id)), view -> view.state()
                        .isFinished());
    }

    private UUID onlyPersonOf(String phone) {
        List<UUID> found = signIn.clientsOf(phone);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private UUID onlyMatchOf(UUID person) {
        List<UUID> found = pairsOf(person);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private UUID other(UUID match, UUID one) {
        return rows.get(match).found().people().stream()
                .filter(id -> !id.equals(one))
                .findFirst()
                .orElseThrow();
    }

    private List<UUID> pairsOf(UUID person) {
        return jdbc.sql("SELECT id FROM possible_match WHERE ? IN (first_id, second_id) ORDER BY reference")
                .param(person)
                .query(UUID.class)
                .list();
    }

    private Map<UUID, SortedMap<String, String>> opened(UUID person) {
        return records.open(records.of(person), Purpose.CASE);
    }

    private Set<UUID> ids(UUID person) {
        return records.of(person).stream().map(HeldRecord::id).collect(Collectors.toSet());
    }

    private byte[] ciphertextOf(UUID person) {
        return ciphertext(ids(person).iterator().next());
    }

    private byte[] ciphertext(UUID record) {
        return jdbc.sql("SELECT ciphertext FROM record_value WHERE record_id = ?")
                .param(record)
                .query((rs, n) -> rs.getBytes(1))
                .single();
    }

    private UUID keyOf(UUID person) {
        return keys.find(KeyScope.subject(person)).orElseThrow().id();
    }

    private int liveKeys(UUID person) {
        return jdbc.sql("SELECT count(*) FROM keys.data_key WHERE scope_id = ? AND destroyed_at IS NULL")
                .param(person)
                .query(Integer.class)
                .single();
    }

    private UUID ownerOf(RequestId request) {
        return jdbc.sql("SELECT subject_id FROM request WHERE id = ?")
                .param(request.value())
                .query(UUID.class)
                .single();
    }

    private List<String> kinds(UUID match) {
        return jdbc.sql("SELECT kind FROM evidence_entry WHERE case_id = ?")
                .param(match)
                .query(String.class)
                .list();
    }
}
