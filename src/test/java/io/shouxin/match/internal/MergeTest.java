package io.shouxin.match.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceView;
import io.shouxin.match.MatchStatus;
import io.shouxin.match.Matches;
import io.shouxin.match.Obstacle;
import io.shouxin.record.ErasureEntry;
import io.shouxin.record.Hold;
import io.shouxin.record.HoldKind;
import io.shouxin.record.ImportView;
import io.shouxin.record.PossiblePairs.Pair;
import io.shouxin.record.RecordErasure;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.spine.TestFirm;
import io.shouxin.subject.SubjectKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people on file become one, or are kept apart. */
class MergeTest extends MergeFixture {

    @Autowired
    MergeTest(BeanFactory beans) {
        super(beans);
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
    void the_pairs_of_a_batch_are_written_by_one_statement_each_once_and_none_that_is_known() {
        List<UUID> found = Stream.generate(UUID::randomUUID).limit(30).toList();
        subjects.createAll(found.stream().collect(Collectors.toMap(id -> id, id -> SubjectKind.CLIENT)));
        UUID first = found.get(0);
        UUID known = pair(first, found.get(1));
        Set<Pair> batch = new LinkedHashSet<>();
        for (UUID other : found.subList(1, found.size())) {
            batch.add(new Pair(first, other, TestFirm.BRANCH));
            batch.add(new Pair(other, first, TestFirm.BRANCH));
        }
        UUID list = UUID.randomUUID();

        transaction.executeWithoutResult(status -> pairs.found(list, batch));

        assertThat(pairsOf(first)).hasSize(29).contains(known);
        assertThat(jdbc.sql("SELECT count(DISTINCT (xmin::text, cmin::text)) FROM possible_match WHERE import_id = ?")
                        .param(list)
                        .query(Integer.class)
                        .single())
                .as("rows of one statement have one command number")
                .isOne();
        long number = nextNumber();
        transaction.executeWithoutResult(status -> pairs.found(list, batch));
        assertThat(nextNumber()).as("what is known takes no number").isEqualTo(number + 1);
    }

    private long nextNumber() {
        return jdbc.sql("SELECT nextval('match_number')").query(Long.class).single();
    }

    @Test
    void what_was_written_about_either_is_found_by_the_ids_of_the_one_person() {
        TestFirm.Client one = firm.client("merge-log-one", null);
        TestFirm.Client other = firm.client("merge-log-other", null);
        UUID match = pair(one.id(), other.id());
        firm.asStaff("clerk", () -> matches.view(match));
        decide("clerk", match, "MERGED");
        assertThat(log.entriesAbout(subjects.withMerged(List.of(one.id())), 100))
                .filteredOn(entry -> entry.kind().equals(EvidenceKind.VIEWED.name()))
                .extracting(EvidenceView::subjectId)
                .containsExactlyInAnyOrder(one.id(), other.id());
        assertThat(subjects.surviving(List.of(one.id(), other.id())))
                .isEqualTo(Map.of(one.id(), one.id(), other.id(), one.id()));
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
                UUID.randomUUID(),
                clock.instant(),
                UUID.randomUUID(),
                Map.of(one.id(), all),
                Set.of(),
                List.of(),
                Set.of(one.id(), other.id()))));
        assertThat(records.of(List.of(one.id(), other.id()))).isEmpty();
        assertThat(subjects.get(other.id()).erased()).isTrue();
    }

    /** The back-up is from between the merge and its undoing: what was erased since lies with the other, or together with the other's. */
    @Test
    void an_erasure_after_an_undone_merge_is_repeated_in_a_backup_from_between_them() {
        for (boolean ofWhoWentBack : List.of(true, false)) {
            TestFirm.Client one = firm.client("merge-between-one-" + ofWhoWentBack, null);
            TestFirm.Client other = firm.client("merge-between-other-" + ofWhoWentBack, null);
            UUID erased = ofWhoWentBack ? other.id() : one.id();
            UUID lives = ofWhoWentBack ? one.id() : other.id();
            Set<UUID> gone = ids(erased);
            Set<UUID> kept = ids(lives);
            salted(one.id());
            salted(other.id());
            decide("clerk", pair(one.id(), other.id()), "MERGED");

            transaction.executeWithoutResult(status -> erasure.eraseAgain(new ErasureEntry(
                    UUID.randomUUID(),
                    clock.instant(),
                    UUID.randomUUID(),
                    Map.of(erased, gone),
                    Set.of(),
                    List.of(),
                    Set.of(erased))));

            assertThat(ids(one.id())).isEqualTo(kept);
            assertThat(salts(erased)).isZero();
            assertThat(salts(lives)).isPositive();
            assertThat(subjects.get(other.id()).erased()).isEqualTo(ofWhoWentBack);
            assertThat(subjects.get(one.id()).erased()).isFalse();
            assertThat(subjects.surviving(erased))
                    .as("whoever was erased as themselves leads to nobody else")
                    .isEqualTo(erased);
            assertThat(subjects.timesParted(one.id())).isEqualTo(ofWhoWentBack ? 1 : 0);
        }
    }

    /** What the record of erasures says of an erasure is who was ended by it, under each of their ids. */
    @Test
    void the_record_of_an_erasure_names_everybody_of_whom_nothing_is_left() {
        TestFirm.Client one = firm.client("merge-ended-one", null);
        TestFirm.Client other = firm.client("merge-ended-other", null);
        TestFirm.Client third = firm.client("merge-ended-third", null);
        decide("clerk", pair(one.id(), other.id()), "MERGED");
        Set<UUID> part = Set.of(ids(third.id()).iterator().next());
        UUID caseId = UUID.randomUUID();
        transaction.executeWithoutResult(
                status -> erasure.erase(caseId, Map.of(one.id(), ids(one.id()), third.id(), part), Set.of()));
        assertThat(jdbc.sql("SELECT entry FROM erasure_journal").query(String.class).list().stream()
                        .map(ErasureEntry::read)
                        .filter(entry -> entry.caseId().equals(caseId)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.ended()).containsExactlyInAnyOrder(one.id(), other.id()));
    }

    private void salted(UUID person) {
        transaction.executeWithoutResult(
                status -> evidence.append(EvidenceEvent.of(EvidenceKind.DOCUMENT_ISSUED, Actor.SYSTEM)
                        .subjectId(person)
                        .commit("content", new byte[] {1})
                        .build()));
    }

    private int salts(UUID person) {
        return jdbc.sql("SELECT count(*) FROM evidence_salt WHERE subject_id = ?")
                .param(person)
                .query(Integer.class)
                .single();
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
    void two_people_with_valid_identity_numbers_that_differ_are_not_merged() {
        imported("客户姓名,联系电话,身份证号\n施一,13811110041,%s\n施壹,13811110042,%s\n".formatted(THIRD_NUMBER, FOURTH_NUMBER));
        UUID match = pair(onlyPersonOf("13811110041"), onlyPersonOf("13811110042"));
        assertRefused(match, Obstacle.OTHER_NUMBER);
    }
}
