package io.shouxin.match.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shouxin.match.MatchStatus;
import io.shouxin.match.Obstacle;
import io.shouxin.record.Category;
import io.shouxin.record.HeldRecord;
import io.shouxin.request.Draft;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestStatus;
import io.shouxin.shared.InvalidInput;
import io.shouxin.spine.TestFirm;
import io.shouxin.subject.SubjectKind;
import io.shouxin.subject.Subjects;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** One person on file becomes two again. */
class UndoTest extends MergeFixture {

    @Autowired
    UndoTest(BeanFactory beans) {
        super(beans);
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
    void a_draft_begun_while_they_were_one_ends_since_either_may_have_written_it() {
        TestFirm.Client one = firm.client("undo-draft-one", null);
        TestFirm.Client other = firm.client("undo-draft-other", null);
        UUID match = pair(one.id(), other.id());
        decide("clerk", match, "MERGED");
        drafts.save(one.id(), Draft.fresh());
        undo(match);
        assertThat(drafts.find(one.id())).isEmpty();
    }

    @Test
    void questions_that_ended_because_of_the_merge_are_asked_again_and_no_others() {
        TestFirm.Client one = firm.client("undo-asked-one", null);
        TestFirm.Client other = firm.client("undo-asked-other", null);
        UUID again = thirdWith(other, "undo-asked-third");
        UUID ofErased = thirdWith(other, "undo-asked-erased");
        UUID told = thirdWith(other, "undo-asked-told");
        UUID gone = thirdWith(other, "undo-asked-gone");
        UUID erasedBefore = other(gone, other.id());
        transaction.executeWithoutResult(
                status -> erasure.erase(UUID.randomUUID(), Map.of(erasedBefore, ids(erasedBefore)), Set.of()));
        awaitVanished(gone);
        UUID match = pair(one.id(), other.id());
        decide("clerk", match, "MERGED");
        List.of(again, ofErased, told).forEach(this::awaitVanished);
        UUID erased = other(ofErased, other.id());
        transaction.executeWithoutResult(
                status -> erasure.erase(UUID.randomUUID(), Map.of(erased, ids(erased)), Set.of()));
        decide("clerk", pair(one.id(), other(told, other.id())), "KEPT_APART");

        undo(match);

        assertThat(taskOf(again)).isNotNull();
        assertThat(rows.get(again).status()).isEqualTo(MatchStatus.OPEN);
        assertThat(List.of(ofErased, told, gone))
                .allSatisfy(id -> assertThat(rows.get(id).status()).isEqualTo(MatchStatus.VANISHED));
        decide("clerk", again, "MERGED");
        assertThat(subjects.surviving(other(again, other.id()))).isEqualTo(other.id());
    }

    private UUID thirdWith(TestFirm.Client client, String tag) {
        UUID match = pair(client.id(), firm.client(tag, null).id());
        taskOf(match);
        return match;
    }

    private void awaitVanished(UUID match) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            keeper.keep();
            assertThat(rows.get(match).status()).isEqualTo(MatchStatus.VANISHED);
        });
    }
}
