package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.evidence.EvidenceView;
import io.shouxin.identity.IdentityTest;
import io.shouxin.identity.OneTimeCodes;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.record.Imports;
import io.shouxin.request.PersonReveal;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.SubjectOverview;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Who looked, took away, sent or decided what is in the evidence log: each with its kind, its actor and what came of it. */
@IdentityTest
class LoggedEntriesTest {

    private static final int MANY = 200;

    private final TestFirm firm;
    private final Desks desks;
    private final StaffAccounts accounts;
    private final EvidenceReader evidence;
    private final PersonReveal reveal;
    private final SubjectOverview overview;
    private final OneTimeCodes codes;
    private final Imports imports;

    @Autowired
    LoggedEntriesTest(
            BeanFactory beans,
            StaffAccounts accounts,
            EvidenceReader evidence,
            PersonReveal reveal,
            SubjectOverview overview,
            OneTimeCodes codes,
            Imports imports) {
        this.desks = Desks.of(beans);
        this.firm = desks.firm();
        this.accounts = accounts;
        this.evidence = evidence;
        this.reveal = reveal;
        this.overview = overview;
        this.codes = codes;
        this.imports = imports;
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void a_person_shown_unmasked_in_a_case_and_in_daily_work() {
        TestFirm.Client client = firm.client("logged-reveal", null);
        firm.asStaff("clerk", () -> reveal.ofPerson(client.id()));
        EvidenceView ofPerson = only(evidence.entriesAbout(List.of(client.id()), MANY), EvidenceKind.REVEALED);
        assertBy("clerk", ofPerson);
        assertThat(ofPerson.targetType()).isEqualTo("subject");
        assertThat(ofPerson.targetId()).isEqualTo(client.id().toString());
        assertThat(ofPerson.caseId()).isNull();

        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        firm.asStaff("second", () -> reveal.ofCase(id));
        EvidenceView ofCase = only(evidence.entries(id.value()), EvidenceKind.REVEALED);
        assertBy("second", ofCase);
        assertThat(ofCase.subjectId()).isEqualTo(client.id());
        assertThat(ofCase.targetType()).isEqualTo("request");
        assertThat(ofCase.targetId()).isEqualTo(id.toString());
    }

    @Test
    void a_paper_that_its_client_took_and_a_draft_that_a_clerk_read() {
        TestFirm.Client client = firm.client("logged-papers", null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.task(id, "clerk", "review-decisions");

        TestFirm.asClient(client.id(), () -> desks.reader().document(id, "receipt-zh"));
        EvidenceView receipt = only(papers(id), EvidenceKind.VIEWED);
        assertThat(receipt.actorKind()).isEqualTo("CLIENT");
        assertThat(receipt.actorId()).isEqualTo(client.id());
        assertThat(receipt.outcome()).isEqualTo("receipt");

        firm.asStaff(
                "clerk", () -> desks.reader().letterDraft(id, UnaryOperator.identity(), Locale.SIMPLIFIED_CHINESE));
        assertThat(papers(id)).hasSize(2);
        EvidenceView draft = papers(id).get(1);
        assertBy("clerk", draft);
        assertThat(draft.kind()).isEqualTo(EvidenceKind.VIEWED.name());
        assertThat(draft.outcome()).isEqualTo("draft");
    }

    @Test
    void what_a_client_was_told_is_held_about_them() {
        TestFirm.Client client = firm.client("logged-overview", null);
        TestFirm.asClient(client.id(), () -> overview.of(client.id()));
        EvidenceView looked = only(evidence.entriesAbout(List.of(client.id()), MANY), EvidenceKind.VIEWED);
        assertThat(looked.actorKind()).isEqualTo("CLIENT");
        assertThat(looked.actorId()).isEqualTo(client.id());
        assertThat(looked.outcome()).isEqualTo("OVERVIEW");
        assertThat(looked.details()).containsEntry("records", "9");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_code_that_was_asked_for_whether_or_not_the_number_is_known(boolean known) {
        TestFirm.Client client = firm.client("logged-code-" + known, null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        String address = known ? "192.0.2.71" : "192.0.2.72";
        assertThat(codes.ask(client.phone(), known, "a browser", address, "zh", id.value()))
                .isEqualTo(OneTimeCodes.Asked.SENT);
        EvidenceView sent = only(evidence.entries(id.value()), EvidenceKind.CODE_SENT);
        assertThat(sent.actorKind()).isEqualTo("ANONYMOUS");
        assertThat(sent.actorId()).isNull();
        assertThat(sent.targetType()).isEqualTo("code");
        assertThat(sent.details()).isEmpty();
    }

    @Test
    void the_lists_of_an_import_that_were_downloaded() {
        byte[] file = "姓名,手机号,备注\n王安,13677771234,好\n,,无名\n".getBytes(StandardCharsets.UTF_8);
        UUID id = firm.asStaff("clerk", () -> imports.receive("logged.csv", file, TestFirm.BRANCH, null));
        await().until(() -> firm.asStaff("clerk", () -> imports.get(id)).state().isFinished());
        firm.asStaff("clerk", () -> imports.rejectsCsv(id, Locale.ENGLISH));
        firm.asStaff("clerk", () -> imports.findingsCsv(id, Locale.ENGLISH));

        List<EvidenceView> exported = evidence.entriesBy(idOf("clerk"), MANY).stream()
                .filter(entry -> id.toString().equals(entry.targetId()) && is(entry, EvidenceKind.EXPORTED))
                .toList();
        assertThat(exported).extracting(EvidenceView::targetType).containsOnly("import");
        assertThat(exported).extracting(EvidenceView::outcome).containsExactly("FINDINGS", "REJECTS");
        assertThat(exported.get(1).details()).containsEntry("rows", "1");
    }

    @Test
    void what_the_clerk_and_the_second_person_decided_and_how() {
        TestFirm.Client client = firm.client("logged-decisions", LocalDate.of(2026, 3, 15));
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        desks.decide(id, "second", "second-review", Map.of("outcome", "RETURNED", "text", "请再核对"));
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED", "reply", "已核对"));
        desks.decide(id, "third", "second-review", Map.of("outcome", "APPROVED"));
        desks.awaitStatus(id, client.id(), RequestStatus.CLOSED);

        List<EvidenceView> decided = evidence.entries(id.value()).stream()
                .filter(entry -> is(entry, EvidenceKind.TASK_DECIDED))
                .toList();
        assertThat(decided)
                .extracting(entry -> entry.details().get("kind"), EvidenceView::outcome)
                .containsExactly(
                        tuple("review-decisions", "APPROVED"),
                        tuple("second-review", "RETURNED"),
                        tuple("review-decisions", "APPROVED"),
                        tuple("second-review", "APPROVED"));
        assertThat(decided)
                .extracting(EvidenceView::actorId)
                .containsExactly(idOf("clerk"), idOf("second"), idOf("clerk"), idOf("third"));
    }

    private List<EvidenceView> papers(RequestId id) {
        return evidence.entries(id.value()).stream()
                .filter(entry -> "document".equals(entry.targetType()))
                .toList();
    }

    private static EvidenceView only(List<EvidenceView> entries, EvidenceKind kind) {
        List<EvidenceView> found =
                entries.stream().filter(entry -> is(entry, kind)).toList();
        assertThat(found).as(kind + " in the log").hasSize(1);
        return found.get(0);
    }

    private static boolean is(EvidenceView entry, EvidenceKind kind) {
        return entry.kind().equals(kind.name());
    }

    private void assertBy(String name, EvidenceView entry) {
        assertThat(entry.actorKind()).isEqualTo("STAFF");
        assertThat(entry.actorId()).isEqualTo(idOf(name));
    }

    private UUID idOf(String name) {
        return accounts.byUsername(name).orElseThrow().id();
    }
}
