package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shouxin.document.PdfText;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.record.PeopleSearch;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.OtherBranchEntry;
import io.shouxin.request.Proof;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.Requesters;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A client of the first branch asks at the other one, whose clerk cannot see them: nobody is told that nothing is held. */
@SpringBootTest
@Import(TestFirm.class)
class OtherBranchClientTest {

    private final TestFirm firm;
    private final Desks desks;
    private final PeopleSearch search;
    private final Requesters requesters;
    private final EvidenceReader evidence;
    private final JdbcClient jdbc;

    @Autowired
    OtherBranchClientTest(
            ApplicationContext context,
            TestFirm firm,
            PeopleSearch search,
            Requesters requesters,
            EvidenceReader evidence,
            JdbcClient jdbc) {
        this.firm = firm;
        this.search = search;
        this.requesters = requesters;
        this.evidence = evidence;
        this.jdbc = jdbc;
        this.desks = Desks.of(context);
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    private static String name(String tag) {
        return "canary金丝雀NAME" + tag;
    }

    private static DeletionWish wish(TestFirm.Client client, String name, Channel channel) {
        return DeletionWish.ofSomebody(name, channel).at(TestFirm.OTHER_BRANCH).reachedAt(client.phone());
    }

    @Test
    void a_stranger_with_the_number_and_name_of_another_branchs_client_is_recognised_and_answered_here() {
        TestFirm.Client client = firm.client("elsewhere-same", null);
        RequestId id = desks.enter(
                "clerk2", wish(client, name("elsewhere-same"), Channel.COUNTER).proven(ProofMethod.SEEN_AT_COUNTER));

        CaseView view = firm.asStaff("clerk2", () -> desks.reader().get(id));
        assertThat(view.request().subjectId()).isEqualTo(client.id());
        assertThat(view.request().branchId()).isEqualTo(TestFirm.OTHER_BRANCH);
        assertThat(view.request().proof())
                .as("a document that was held against no file proves nothing")
                .isEqualTo(Proof.NONE);
        assertThat(view.events()).extracting(CaseEvent::kind).contains(CaseEvent.Kind.CLIENT_RECOGNISED);
        assertThat(evidence.entries(id.value())).anySatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(EvidenceKind.OTHER_BRANCH_ENTERED.name());
            assertThat(entry.details()).containsEntry("purpose", "NOT_NAMED");
        });

        prove(id, client);
        desks.task(id, "clerk2", "review-decisions");
        assertThat(firm.asStaff("clerk2", () -> desks.reader().get(id)).decisions())
                .as("decided as a whole")
                .hasSize(9);
        desks.decide(id, "clerk2", "review-decisions", Map.of("outcome", "APPROVED"));
        CaseView closed = desks.closed(id, client.id());
        assertThat(closed.request().outcome()).isEqualTo(RequestOutcome.COMPLETED);
        assertThat(letter(id))
                .doesNotContain(PdfText.squeezed(
                        Texts.of(Locale.SIMPLIFIED_CHINESE).get("document.letter.NO_DATA_HELD.summary")));
    }

    @Test
    void with_another_name_nothing_held_cannot_be_answered_before_somebody_ruled_the_namesake_out() {
        TestFirm.Client client = firm.client("elsewhere-other", null);
        RequestId id = desks.enter("clerk2", wish(client, "另一人", Channel.PHONE));
        desks.task(id, "clerk2", "review-decisions");

        assertThat(firm.asStaff("clerk2", () -> requesters.mustLook(id))).isTrue();
        assertThatThrownBy(() -> desks.decide(id, "clerk2", "review-decisions", Map.of("outcome", "APPROVED")))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo("request.error.somebodyMustLook"));
        List<Requesters.Candidate> candidates = firm.asStaff("clerk2", () -> requesters.candidates(id));
        assertThat(candidates).singleElement().satisfies(each -> {
            assertThat(each.subject()).isEqualTo(client.id());
            assertThat(each.sameName()).isFalse();
            assertThat(each.phone()).doesNotContain(client.phone());
            assertThat(each.name()).doesNotContain(name("elsewhere-other"));
        });
        assertThat(firm.asStaff("clerk", () -> requesters.candidates(id)))
                .as("another branch does not handle the case")
                .isEmpty();

        assertThatThrownBy(() -> ruleOut(id, client, " ")).isInstanceOf(InvalidInput.class);
        ruleOut(id, client, "回拨核对，号码已换人");
        desks.decide(id, "clerk2", "review-decisions", Map.of("outcome", "APPROVED"));
        CaseView closed = closed(id);
        assertThat(closed.request().outcome()).isEqualTo(RequestOutcome.NOTHING_HELD);
        assertThat(closed.text(CaseText.Kind.NOT_THIS_PERSON)).isEqualTo("回拨核对，号码已换人");
        assertThat(evidence.entriesAbout(List.of(client.id()), 10))
                .anySatisfy(entry -> assertThat(entry.kind()).isEqualTo(EvidenceKind.PERSON_RULED_OUT.name()));
    }

    @Test
    void whoever_is_recognised_by_a_look_proves_it_and_has_their_records_decided() {
        TestFirm.Client client = firm.client("elsewhere-linked", null);
        RequestId id = desks.enter("clerk2", wish(client, "曾用名", Channel.LETTER));
        desks.decide(
                id,
                "clerk2",
                "review-decisions",
                Map.of("outcome", "LINKED", "subject", client.id().toString()));
        await().atMost(Duration.ofSeconds(60)).until(() -> status(id) == RequestStatus.AWAITING_PROOF);
        prove(id, client);
        desks.task(id, "clerk2", "review-decisions");
        CaseView view = firm.asStaff("clerk2", () -> desks.reader().get(id));
        assertThat(view.request().subjectId()).isEqualTo(client.id());
        assertThat(view.decisions()).hasSize(9);
        assertThat(view.text(CaseText.Kind.CONTACT_NAME)).isEqualTo(name("elsewhere-linked"));
    }

    @Test
    void nobody_is_linked_who_has_not_the_number_that_was_given() {
        TestFirm.Client client = firm.client("elsewhere-not-me", null);
        RequestId id = desks.enter(
                "clerk2",
                DeletionWish.ofSomebody("路人", Channel.PHONE)
                        .at(TestFirm.OTHER_BRANCH)
                        .reachedAt("13100009999"));
        desks.task(id, "clerk2", "review-decisions");
        assertThatThrownBy(() -> desks.decide(
                        id,
                        "clerk2",
                        "review-decisions",
                        Map.of("outcome", "LINKED", "subject", client.id().toString())))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void the_search_says_that_somebody_is_known_elsewhere_and_no_more() {
        TestFirm.Client client = firm.client("elsewhere-search", null);
        assertThat(firm.asStaff("clerk2", () -> search.find(client.phone()))).isEmpty();
        assertThat(firm.asStaff("clerk2", () -> search.knownElsewhere(client.phone())))
                .isTrue();
        assertThat(firm.asStaff("clerk2", () -> search.knownElsewhere("13100008888")))
                .isFalse();
        assertThat(firm.asStaff("clerk", () -> search.knownElsewhere(client.phone())))
                .as("of their own branch")
                .isFalse();
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM evidence_entry WHERE outcome = 'KNOWN_ELSEWHERE' AND details::text LIKE ?")
                        .param("%" + client.id() + "%")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void a_client_of_another_branch_is_entered_by_identity_number_with_purpose_and_reason() {
        TestFirm.Client client = firm.client("elsewhere-purpose", null);
        OtherBranchEntry entry = OtherBranchEntry.of(OtherBranchEntry.Purpose.OWN_REQUEST, "客户本人到店", client.idNumber());
        SubjectRequest request = firm.asStaff("clerk2", () -> desks.intake()
                .submitKnownElsewhere(
                        DeletionWish.ofSomebody(name("elsewhere-purpose"), Channel.COUNTER)
                                .at(TestFirm.OTHER_BRANCH)
                                .request(),
                        entry));
        assertThat(request.subjectId()).isEqualTo(client.id());
        CaseView view = firm.asStaff("clerk2", () -> desks.reader().get(request.id()));
        assertThat(view.text(CaseText.Kind.OTHER_BRANCH_REASON)).isEqualTo("客户本人到店");
        assertThat(evidence.entriesAbout(List.of(client.id()), 20)).anySatisfy(logged -> {
            assertThat(logged.kind()).isEqualTo(EvidenceKind.OTHER_BRANCH_ENTERED.name());
            assertThat(logged.details()).containsEntry("purpose", "OWN_REQUEST");
        });
        assertThatThrownBy(() -> OtherBranchEntry.of(null, "理由", "")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> OtherBranchEntry.of(OtherBranchEntry.Purpose.OWN_REQUEST, " ", ""))
                .isInstanceOf(InvalidInput.class);
    }

    private void ruleOut(RequestId id, TestFirm.Client client, String why) {
        firm.asStaff("clerk2", () -> {
            requesters.ruleOut(id, client.id(), why);
            return null;
        });
    }

    private void prove(RequestId id, TestFirm.Client client) {
        await().atMost(Duration.ofSeconds(60)).until(() -> status(id) == RequestStatus.AWAITING_PROOF);
        TestFirm.asClient(client.id(), () -> {
            desks.intake().confirmIdentity(id, ProofMethod.CODE_AND_ID_LAST_SIX);
            return null;
        });
    }

    private RequestStatus status(RequestId id) {
        return firm.asStaff("clerk2", () -> desks.reader().get(id)).request().status();
    }

    private CaseView closed(RequestId id) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> firm.asStaff("clerk2", () -> desks.reader().get(id)),
                        view -> view.request().status() == RequestStatus.CLOSED);
    }

    private String letter(RequestId id) {
        return PdfText.squeezed(
                PdfText.of(firm.asStaff("clerk2", () -> desks.reader().document(id, "letter-zh"))));
    }
}
