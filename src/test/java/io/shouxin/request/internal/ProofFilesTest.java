package io.shouxin.request.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.deadline.ClockState;
import io.shouxin.document.FileProblem;
import io.shouxin.document.HandedInFiles;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.ProofFile;
import io.shouxin.request.ProofFiles;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestStatus;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.spine.Desks;
import io.shouxin.spine.ProofTimer;
import io.shouxin.spine.TestFirm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proof as files, from the client who owes it to the clerk who has seen it. */
@SpringBootTest
@Import({TestFirm.class, ProofTimer.class})
class ProofFilesTest {

    private final TestFirm firm;
    private final Desks desks;
    private final CaseFiles caseFiles;
    private final CaseFileJob caseFileJob;
    private final ProofFiles files;
    private final ProofFileJob job;
    private final EvidenceReader evidence;
    private final ProofTimer timer;
    private final JdbcClient jdbc;

    @Autowired
    ProofFilesTest(
            TestFirm firm,
            ApplicationContext context,
            CaseFileJob caseFileJob,
            ProofFiles files,
            ProofFileJob job,
            EvidenceReader evidence,
            ProofTimer timer,
            JdbcClient jdbc) {
        this.firm = firm;
        this.desks = Desks.of(context);
        this.caseFiles = CaseFiles.of(context);
        this.caseFileJob = caseFileJob;
        this.files = files;
        this.job = job;
        this.evidence = evidence;
        this.timer = timer;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void a_photo_that_a_clerk_has_seen_lets_the_case_go_on_and_the_clock_runs_from_when_it_was_sent() {
        TestFirm.Client client = firm.client("files-accepted", null);
        RequestId id = asked(client);
        assertThat(clock(id, client)).isEqualTo(ClockState.PAUSED);
        ProofFile file = as(client, () -> files.handIn(id, HandedInFiles.photoWithPlace(300, 200, 1)));
        assertThat(file.state()).isEqualTo(ProofFile.State.CLEARED);
        assertThat(clock(id, client)).as("nothing was sent yet").isEqualTo(ClockState.PAUSED);
        send(id, client);

        desks.task(id, "clerk", "see-proof");
        assertThat(clock(id, client)).isEqualTo(ClockState.RUNNING);
        assertThat(desks.view(id, client.id()).isProofAtHand()).isTrue();
        ProofFiles.Opened opened = firm.asStaff("clerk", () -> files.open(file.id()));
        assertThat(opened.name())
                .isEqualTo(desks.view(id, client.id()).request().reference() + "-proof-1.jpg");
        assertThat(new String(opened.content(), StandardCharsets.UTF_8)).doesNotContain(HandedInFiles.PLACE);

        decide(id, "PROOF_SEEN", "身份证照片，与登记一致");
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
        CaseView view = desks.view(id, client.id());
        assertThat(view.request().proofMethod()).isEqualTo(ProofMethod.SEEN_AS_FILE);
        assertThat(view.isProofAtHand()).isFalse();
        assertThat(only(id).judgement()).isEqualTo(ProofFile.Judgement.ACCEPTED);
        assertThat(evidence.entries(id.value()))
                .extracting(entry -> entry.kind())
                .contains("PROOF_CHECKED", "PROOF_RECEIVED", "PROOF_VIEWED", "IDENTITY_CONFIRMED");
        assertThat(evidence.verifyAll().intact()).isTrue();
    }

    @Test
    void files_that_are_not_enough_are_answered_with_what_is_missing_and_the_clock_rests_again() {
        TestFirm.Client client = firm.client("files-short", null);
        RequestId id = asked(client);
        as(client, () -> files.handIn(id, HandedInFiles.photo(60, 40)));
        send(id, client);
        assertThatThrownBy(() -> decide(id, "NOT_ENOUGH", " ")).isInstanceOf(InvalidInput.class);
        decide(id, "NOT_ENOUGH", "照片模糊，请重新拍摄");
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_PROOF);
        CaseView view = desks.view(id, client.id());
        assertThat(view.text(CaseText.Kind.PROOF_NOT_ENOUGH)).isEqualTo("照片模糊，请重新拍摄");
        assertThat(view.clock().state()).isEqualTo(ClockState.PAUSED);

        as(client, () -> files.handIn(id, HandedInFiles.png(80, 60)));
        send(id, client);
        decide(id, "PROOF_SEEN", "合同首页，与登记一致");
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
    }

    @Test
    void files_make_a_promised_call_needless() {
        TestFirm.Client client = firm.quietClient("files-for-call");
        RequestId id = desks.submit(client, "", ProofMethod.ONE_TIME_CODE);
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_CALL);
        as(client, () -> files.handIn(id, HandedInFiles.photo(60, 40)));
        send(id, client);
        desks.task(id, "clerk", "see-proof");
        assertThat(firm.asStaff("clerk", () -> desks.inbox().ofCase(id.value())))
                .extracting(task -> task.kind())
                .containsExactly("see-proof");
    }

    @Test
    void what_is_not_taken_is_told_and_nothing_of_it_is_kept() {
        TestFirm.Client client = firm.client("files-hostile", null);
        RequestId id = asked(client);
        ProofFile file = as(client, () -> files.handIn(id, HandedInFiles.pdf()));
        assertThat(file.problem()).isEqualTo(FileProblem.PDF);
        assertThat(kept(id)).isZero();
        assertThatThrownBy(() -> send(id, client))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.textKey()).isEqualTo("request.error.proofNone"));
        assertThat(evidence.entries(id.value()))
                .filteredOn(entry -> entry.kind().equals("PROOF_CHECKED"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("problem", "PDF"));
    }

    @Test
    void a_file_is_for_its_branch_and_for_who_may_see_people_unmasked() {
        TestFirm.Client client = firm.client("files-mine", null);
        TestFirm.Client other = firm.client("files-other", null);
        RequestId id = asked(client);
        ProofFile file = as(client, () -> files.handIn(id, HandedInFiles.photo(60, 40)));
        assertThatThrownBy(() -> as(other, () -> files.of(id))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(other, () -> files.handIn(id, HandedInFiles.photo(60, 40))))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> firm.asStaff("clerk2", () -> files.open(file.id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(client, () -> files.open(file.id()))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> files.open(file.id())).as("nobody").isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> firm.asStaff("clerk", () -> files.open(UUID.randomUUID())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void five_wait_at_a_time_and_one_that_is_taken_back_makes_room() {
        TestFirm.Client client = firm.client("files-many", null);
        RequestId id = asked(client);
        for (int i = 0; i < ProofFiles.MOST; i++) {
            as(client, () -> files.handIn(id, HandedInFiles.photo(60, 40)));
        }
        assertThatThrownBy(() -> as(client, () -> files.handIn(id, HandedInFiles.photo(60, 40))))
                .isInstanceOf(InvalidInput.class);
        UUID first = as(client, () -> files.of(id)).get(0).id();
        remove(id, client, first);
        assertThat(kept(id)).isEqualTo(ProofFiles.MOST - 1);
        as(client, () -> files.handIn(id, HandedInFiles.photo(60, 40)));
        send(id, client);
        assertThatThrownBy(() ->
                        remove(id, client, as(client, () -> files.of(id)).get(1).id()))
                .isInstanceOf(StateRefused.class);
        assertThatThrownBy(() -> as(client, () -> files.handIn(id, HandedInFiles.photo(60, 40))))
                .as("it is the firm's turn")
                .isInstanceOfAny(StateRefused.class, InvalidInput.class);
    }

    @Test
    void what_was_never_sent_goes_after_a_day() {
        TestFirm.Client client = firm.client("files-unsent", null);
        RequestId id = asked(client);
        as(client, () -> files.handIn(id, HandedInFiles.photo(60, 40)));
        job.forgetUnsent();
        assertThat(only(id).isKept()).isTrue();
        jdbc.sql("UPDATE proof_file SET received_at = received_at - interval '25 hours' WHERE case_id = ?")
                .param(id.value())
                .update();
        job.forgetUnsent();
        assertThat(only(id).state()).isEqualTo(ProofFile.State.DESTROYED);
        assertThat(kept(id)).isZero();
    }

    @Test
    void what_a_clerk_attached_at_the_counter_counts_as_seen_with_the_proof_noted_there() {
        TestFirm.Client client = firm.client("files-counter", null);
        RequestId id = asked(client);
        firm.asStaff("clerk", () -> files.handIn(id, HandedInFiles.png(60, 40)));
        assertThat(only(id).byStaff()).isTrue();
        assertThat(evidence.entries(id.value()))
                .filteredOn(entry -> entry.kind().equals("PROOF_RECEIVED"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details().toString())
                        .contains(only(id).id().toString()));
        desks.decide(id, "clerk", "await-proof", Map.of("method", "SEEN_AT_COUNTER", "text", "出示身份证原件"));
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
        assertThat(only(id).judgement()).isEqualTo(ProofFile.Judgement.ACCEPTED);
    }

    @Test
    void an_answer_to_a_question_may_be_a_file() {
        TestFirm.Client client = firm.client("files-answer", null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "ASK_CLIENT", "text", "请拍一下收据"));
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_PROOF);
        as(client, () -> files.handIn(id, HandedInFiles.photo(60, 40)));
        send(id, client);
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
        assertThat(desks.view(id, client.id()).events())
                .extracting(CaseEvent::kind)
                .doesNotContain(CaseEvent.Kind.NO_ANSWER);
        assertThat(only(id).awaitsJudgement()).isTrue();
    }

    @Test
    void what_nobody_has_to_judge_any_more_takes_no_place_and_is_settled_by_the_review() {
        TestFirm.Client client = firm.client("files-unjudged", null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "ASK_CLIENT", "text", "请拍一下收据"));
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_PROOF);
        for (int i = 0; i < ProofFiles.MOST; i++) {
            as(client, () -> files.handIn(id, HandedInFiles.photo(60, 40)));
        }
        assertThatThrownBy(() -> as(client, () -> files.handIn(id, HandedInFiles.photo(60, 40))))
                .as("unsent ones do")
                .isInstanceOf(InvalidInput.class);
        send(id, client);
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
        firm.asStaff("clerk", () -> files.handIn(id, HandedInFiles.photo(60, 40)));
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "ASK_CLIENT", "text", "请再拍一下背面"));
        assertThat(firm.asStaff("clerk", () -> files.of(id)))
                .hasSize(ProofFiles.MOST + 1)
                .allSatisfy(file -> assertThat(file.judgement()).isEqualTo(ProofFile.Judgement.NOT_NEEDED));
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_PROOF);
        as(client, () -> files.handIn(id, HandedInFiles.photo(60, 40)));
        send(id, client);
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
    }

    @Test
    void files_lie_as_ciphertext_and_go_when_the_case_is_over() {
        TestFirm.Client client = firm.client("files-ended", null);
        RequestId id = asked(client);
        as(client, () -> files.handIn(id, HandedInFiles.photo(60, 40)));
        send(id, client);
        decide(id, "PROOF_SEEN", "与登记一致");
        desks.task(id, "clerk", "review-decisions");
        assertThat(kept(id)).isOne();
        assertThat(jdbc.sql("SELECT ciphertext FROM stored_file WHERE scope_id = ? AND kind = 'proof'")
                        .param(id.value())
                        .query(byte[].class)
                        .single())
                .satisfies(stored -> assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                        .doesNotContain("JFIF"));
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        desks.closed(id, client.id());

        isDestroyed(id);
        assertThat(only(id).judgement()).as("what was said of it stays").isEqualTo(ProofFile.Judgement.ACCEPTED);
        UUID file = only(id).id();
        assertThatThrownBy(() -> firm.asStaff("clerk", () -> files.open(file))).isInstanceOf(NotFound.class);

        caseFiles.lastDayIs(id, caseFiles.today().minusDays(1));
        caseFileJob.endDue();
        assertThat(caseFiles.rowsOfFile(id)).isZero();
        assertThat(only(id).state()).isEqualTo(ProofFile.State.DESTROYED);
    }

    @Test
    void files_go_when_the_client_cancels() {
        TestFirm.Client client = firm.client("files-cancelled", null);
        RequestId id = asked(client);
        as(client, () -> files.handIn(id, HandedInFiles.photo(60, 40)));
        as(client, () -> {
            desks.intake().cancel(id);
            return id;
        });
        desks.closed(id, client.id());
        isDestroyed(id);
    }

    @Test
    void files_go_when_a_case_is_closed_for_want_of_proof() {
        TestFirm.Client client = firm.client("files-too-late", null);
        RequestId id = asked(client);
        as(client, () -> files.handIn(id, HandedInFiles.photo(60, 40)));
        timer.runOut(id);
        desks.closed(id, client.id());
        isDestroyed(id);
    }

    private void isDestroyed(RequestId id) {
        assertThat(kept(id)).isZero();
        assertThat(only(id).state()).isEqualTo(ProofFile.State.DESTROYED);
        assertThat(evidence.entries(id.value()))
                .extracting(entry -> entry.kind())
                .contains("PROOF_DESTROYED");
    }

    private RequestId asked(TestFirm.Client client) {
        RequestId id = desks.submit(client, "", ProofMethod.ONE_TIME_CODE);
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_PROOF);
        return id;
    }

    private void send(RequestId id, TestFirm.Client client) {
        as(client, () -> {
            files.submit(id);
            return id;
        });
    }

    private void remove(RequestId id, TestFirm.Client client, UUID file) {
        as(client, () -> {
            files.remove(id, file);
            return id;
        });
    }

    private void decide(RequestId id, String outcome, String text) {
        desks.decide(id, "clerk", "see-proof", Map.of("outcome", outcome, "text", text));
    }

    private ClockState clock(RequestId id, TestFirm.Client client) {
        return desks.view(id, client.id()).clock().state();
    }

    private ProofFile only(RequestId id) {
        List<ProofFile> all = firm.asStaff("clerk", () -> files.of(id));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private long kept(RequestId id) {
        return jdbc.sql("SELECT count(*) FROM stored_file WHERE scope_id = ? AND kind = 'proof'")
                .param(id.value())
                .query(Long.class)
                .single();
    }

    private static <T> T as(TestFirm.Client client, Supplier<T> work) {
        return TestFirm.asClient(client.id(), work);
    }
}
