package io.shouxin.match.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shouxin.match.MatchStatus;
import io.shouxin.match.Obstacle;
import io.shouxin.record.Hold;
import io.shouxin.record.HoldKind;
import io.shouxin.record.OpenClaim;
import io.shouxin.request.Draft;
import io.shouxin.request.PortalIntake;
import io.shouxin.request.ProofMethod;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.StateRefused;
import io.shouxin.spine.TestFirm;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Who does something with a person whom somebody else merges or parts at the same time. */
class MergeRacesTest extends MergeFixture {

    private final BeanFactory beans;

    @Autowired
    MergeRacesTest(BeanFactory beans) {
        super(beans);
        this.beans = beans;
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

    @Test
    void a_case_of_the_client_that_comes_in_while_a_child_is_merged_is_an_obstacle_or_waits() {
        TestFirm.Client family = firm.client("merge-race-family", null);
        TestFirm.Client other = firm.client("merge-race-other", null);
        UUID first = pair(family.child(), other.child());
        UUID task = taskOf(first);
        CompletableFuture<Void> merging = whileOpen(
                () -> desks.submit(family, "", ProofMethod.CODE_AND_ID_LAST_SIX), () -> decideTask(task, "MERGED"));
        assertThatThrownBy(merging::join).rootCause().isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(
                        refused.textKey())
                .isEqualTo("match.obstacle." + Obstacle.OPEN_CASE));
        assertThat(rows.get(first).status()).isEqualTo(MatchStatus.OPEN);

        TestFirm.Client parent = firm.client("merge-race-parent", null);
        TestFirm.Client another = firm.client("merge-race-another", null);
        UUID second = pair(parent.child(), another.child());
        UUID open = taskOf(second);
        AtomicReference<UUID> found = new AtomicReference<>();
        whileOpen(() -> decideTask(open, "MERGED"), () -> {
                    desks.submit(parent, "", ProofMethod.CODE_AND_ID_LAST_SIX);
                    found.set(rows.get(second).course().survivor());
                })
                .join();
        assertThat(found.get()).as("the case came in when the merge stood").isNotNull();
    }

    @Test
    void a_tie_that_comes_while_a_merge_waits_for_the_people_is_moved_with_them() {
        TestFirm.Client family = firm.client("merge-race-tie", null);
        TestFirm.Client other = firm.client("merge-race-tie-other", null);
        TestFirm.Client uncle = firm.client("merge-race-tie-uncle", null);
        UUID match = pair(family.child(), other.child());
        UUID task = taskOf(match);
        whileOpen(
                        () -> {
                            subjects.lock(List.of(family.child(), other.child()));
                            for (UUID child : List.of(family.child(), other.child())) {
                                jdbc.sql("INSERT INTO subject_link (subject_id, client_id) VALUES (?, ?)")
                                        .params(child, uncle.id())
                                        .update();
                            }
                        },
                        () -> decideTask(task, "MERGED"))
                .join();
        assertThat(rows.get(match).status()).isEqualTo(MatchStatus.MERGED);
        UUID stays = Objects.requireNonNull(rows.get(match).course().survivor());
        assertThat(subjects.clientsOf(List.of(stays)).get(stays))
                .containsExactlyInAnyOrder(family.id(), other.id(), uncle.id());
    }

    @Test
    void a_request_that_is_sent_while_a_merge_is_undone_is_nobodys() {
        PortalIntake portal = beans.getBean(PortalIntake.class);
        TestFirm.Client one = firm.client("merge-race-send-one", null);
        TestFirm.Client other = firm.client("merge-race-send-other", null);
        UUID match = pair(one.id(), other.id());
        decide("clerk", match, "MERGED");
        UUID stays = Objects.requireNonNull(rows.get(match).course().survivor());
        Draft draft = Draft.fresh().all();
        drafts.save(stays, draft);
        assertRefusedAfter(whileOpen(
                () -> undo(match),
                () -> TestFirm.asClient(
                        stays, () -> portal.send(stays, draft, "zh", ProofMethod.CODE_AND_ID_LAST_SIX))));
        assertThat(casesOf(stays)).isZero();
    }

    @Test
    void a_request_that_another_way_brings_while_a_merge_is_undone_is_nobodys() {
        TestFirm.Client one = firm.client("merge-race-submit-one", null);
        TestFirm.Client other = firm.client("merge-race-submit-other", null);
        UUID match = pair(one.id(), other.id());
        decide("clerk", match, "MERGED");
        assertThat(rows.get(match).course().survivor()).isEqualTo(one.id());
        assertRefusedAfter(whileOpen(() -> undo(match), () -> desks.submit(one, "", ProofMethod.CODE_AND_ID_LAST_SIX)));
        assertThat(casesOf(one.id())).isZero();
    }

    private static void assertRefusedAfter(CompletableFuture<Void> sending) {
        assertThatThrownBy(sending::join).rootCause().isInstanceOf(AccessRefused.class);
    }

    private int casesOf(UUID person) {
        return jdbc.sql("SELECT count(*) FROM request WHERE subject_id = ?")
                .param(person)
                .query(Integer.class)
                .single();
    }

    @Test
    void what_a_list_brings_while_a_merge_is_undone_is_of_whom_it_names() {
        UUID stays = merged("13811110051", "13811110052", "蒋");
        UUID went = subjects.withMerged(List.of(stays)).stream()
                .filter(id -> !id.equals(stays))
                .findFirst()
                .orElseThrow();
        UUID match = onlyMatchOf(went);
        whileOpen(() -> undo(match), () -> imported("客户姓名,联系电话,备注\n蒋壹,13811110052,撤销之后\n"))
                .join();
        assertThat(words(went)).contains("撤销之后");
        assertThat(words(stays)).doesNotContain("撤销之后");
    }

    @Test
    void an_undo_waits_for_a_list_that_is_being_written_and_what_it_brought_stays_readable() {
        UUID stays = merged("13811110061", "13811110062", "沈");
        UUID match = onlyMatchOf(stays);
        AtomicReference<CompletableFuture<Void>> undoing = new AtomicReference<>();
        CompletableFuture<Void> importing = Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("LOCK TABLE import_problem IN SHARE MODE").update();
            CompletableFuture<Void> list = CompletableFuture.runAsync(
                    () -> imported("客户姓名,联系电话,身份证号,备注\n沈壹,13811110062,110105194912310021,写入途中\n"));
            await().atMost(Duration.ofSeconds(30)).until(() -> isKept(stays));
            undoing.set(CompletableFuture.runAsync(() -> undo(match)));
            await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            assertThat(undoing.get()).isNotDone();
            return list;
        }));
        importing.join();
        Objects.requireNonNull(undoing.get()).join();
        assertThat(rows.get(match).status()).isEqualTo(MatchStatus.UNDONE);
        assertThat(words(stays)).contains("写入途中");
    }

    /** Two people of a list of whom the second has a number more, made one. */
    private UUID merged(String shared, String own, String name) {
        imported("客户姓名,联系电话\n%s一,%s\n".formatted(name, shared));
        UUID stays = onlyPersonOf(shared);
        imported("客户姓名,联系电话\n%s壹,%s/%s\n".formatted(name, shared, own));
        decide("clerk", onlyMatchOf(stays), "MERGED");
        assertThat(onlyPersonOf(own)).isEqualTo(stays);
        return stays;
    }

    /** Whether somebody else keeps this person from being changed; asked beside the transaction of the test. */
    private boolean isKept(UUID person) {
        return CompletableFuture.supplyAsync(() -> Objects.requireNonNull(transaction.execute(
                        status -> jdbc.sql("SELECT id FROM subject WHERE id = ? FOR UPDATE SKIP LOCKED")
                                .param(person)
                                .query(UUID.class)
                                .optional()
                                .isEmpty())))
                .join();
    }

    private List<String> words(UUID person) {
        return opened(person).values().stream()
                .flatMap(values -> values.values().stream())
                .toList();
    }

    /**
     * Does one thing, and before its transaction ends another one beside it.
     *
     * @return the other one, which was seen to wait for the first and came no further before that was committed
     */
    private CompletableFuture<Void> whileOpen(Runnable first, Runnable beside) {
        return Objects.requireNonNull(transaction.execute(status -> {
            first.run();
            int me = jdbc.sql("SELECT pg_backend_pid()").query(Integer.class).single();
            CompletableFuture<Void> other = CompletableFuture.runAsync(beside);
            await().atMost(Duration.ofSeconds(30)).until(() -> other.isDone() || isWaitedFor(me));
            assertThat(other).as("it waits for the other transaction").isNotDone();
            return other;
        }));
    }

    /** Whether another connection waits for what this one has locked; asked on a third. */
    private boolean isWaitedFor(int connection) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND ? = ANY (pg_blocking_pids(pid)))")
                .param(connection)
                .query(Boolean.class)
                .single();
    }
}
