package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.deadline.ClockState;
import io.shouxin.deadline.Clocks;
import io.shouxin.document.HandedInFiles;
import io.shouxin.document.PdfText;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.inbox.InboxTask;
import io.shouxin.record.Records;
import io.shouxin.request.Authorities;
import io.shouxin.request.Authority;
import io.shouxin.request.Capacity;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.Need;
import io.shouxin.request.NewRequest;
import io.shouxin.request.OnBehalf;
import io.shouxin.request.Paper;
import io.shouxin.request.ProofFile;
import io.shouxin.request.ProofFiles;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.SecondReviewGround;
import io.shouxin.request.SubjectRequest;
import io.shouxin.request.Ward;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** Requests for others: who may ask, what is shown, and what nobody learns before. */
@SpringBootTest
@Import({TestFirm.class, ProofTimer.class})
class ForOthersTest {

    private static final String PHONE = "13612340001";

    private final TestFirm firm;
    private final Desks desks;
    private final RequestIntake intake;
    private final Authorities authorities;
    private final ProofFiles files;
    private final ProofTimer timer;
    private final Clocks clocks;
    private final Records records;
    private final EvidenceReader evidence;
    private final JdbcClient jdbc;

    @Autowired
    ForOthersTest(
            BeanFactory beans,
            TestFirm firm,
            Authorities authorities,
            ProofFiles files,
            ProofTimer timer,
            Clocks clocks,
            Records records,
            EvidenceReader evidence,
            JdbcClient jdbc) {
        this.firm = firm;
        this.desks = Desks.of(beans);
        this.intake = beans.getBean(RequestIntake.class);
        this.authorities = authorities;
        this.files = files;
        this.timer = timer;
        this.clocks = clocks;
        this.records = records;
        this.evidence = evidence;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void open() {
        firm.open();
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_guardian_who_sent_papers_has_the_child_erased_and_a_second_person_confirms_it() {
        TestFirm.Client parent = firm.client("guardian", null);
        RequestId id = asked(guardian(childOf("guardian"), Ward.UNDER_14), parent.phone());

        assertThat(stored(id).subjectId())
                .as("found among the children of that number")
                .isEqualTo(parent.child());
        assertThat(clocks.view(id.value()).rule().ruleId()).isEqualTo("MINOR_10WD");
        awaitPapers(id);
        assertThat(clocks.state(id.value())).isEqualTo(ClockState.PAUSED);
        sendPapers(id, Paper.IDENTITY_DOCUMENT, Paper.HOUSEHOLD_REGISTER);
        desks.task(id, "clerk", "check-authority");
        assertThat(clocks.state(id.value())).isEqualTo(ClockState.RUNNING);
        assertThat(stored(id).status()).isEqualTo(RequestStatus.RECEIVED);
        assertThat(jdbc.sql("SELECT count(*) FROM hold WHERE case_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .as("nothing is stopped on a stranger's word")
                .isZero();

        check(id, confirmed(seen(Paper.IDENTITY_DOCUMENT, "FILE"), seen(Paper.HOUSEHOLD_REGISTER, "FILE")));
        approve(id);
        assertThat(grounds(id)).contains(SecondReviewGround.FOR_ANOTHER);
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));

        CaseView closed = closed(id);
        assertThat(closed.request().outcome()).isEqualTo(RequestOutcome.COMPLETED);
        assertThat(records.of(parent.child())).isEmpty();
        assertThat(records.of(parent.id()))
                .as("the parent asked for the child alone")
                .isNotEmpty();
        String letter = text(id, "letter-zh");
        assertThat(letter).contains("以" + childOf("guardian") + "的监护人的身份", "第31条", "已核对代办材料(监护人)");
        String certificate = text(id, "certificate-zh");
        assertThat(certificate).contains("监护人代为申请删除").doesNotContain("赵某");
        assertThat(text(id, "receipt-zh")).contains("(监护人)").doesNotContain(parent.phone());
        assertThat(files(id)).extracting(ProofFile::state).containsOnly(ProofFile.State.DESTROYED);
        assertThat(evidence.entries(id.value()))
                .extracting(entry -> entry.kind())
                .contains("AUTHORITY_CHECKED")
                .doesNotContain("IDENTITY_CONFIRMED");
    }

    @Test
    void an_agent_is_confirmed_and_the_person_is_told_sees_the_case_and_learns_only_the_agents_name() {
        TestFirm.Client client = firm.client("agent", null);
        RequestId id = asked(agent(nameOf("agent"), client.phone(), false), PHONE);

        assertThat(messagesTo(id)).contains("agentAsked");
        CaseView seen = desks.view(id, client.id());
        assertThat(seen.texts()).extracting(CaseText::kind).containsOnly(CaseText.Kind.CONTACT_NAME);
        assertThat(seen.documents()).isEmpty();
        assertThat(TestFirm.asClient(client.id(), () -> desks.reader().ofClient(client.id())))
                .extracting(SubjectRequest::id)
                .containsExactly(id);
        assertThatThrownBy(() -> TestFirm.asClient(client.id(), () -> files.of(id)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> TestFirm.asClient(client.id(), () -> authorities.of(id)))
                .isInstanceOf(NotFound.class);

        bring(id);
        check(id, confirmed(seen(Paper.IDENTITY_DOCUMENT, "ORIGINAL"), seen(Paper.POWER_OF_ATTORNEY, "ORIGINAL")));
        approve(id);
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        assertThat(closed(id).request().outcome()).isEqualTo(RequestOutcome.COMPLETED);
        assertThat(text(id, "letter-zh")).contains("委托代理人的身份", "赵某");
        assertThat(records.of(client.id())).isEmpty();
        assertThat(records.of(client.child()))
                .as("nobody gave power for the child")
                .isNotEmpty();
        assertThat(TestFirm.asClient(client.id(), () -> desks.reader().get(id)).documents())
                .containsExactlyInAnyOrder("certificate-zh", "certificate-en");
        assertThat(messagesTo(id)).containsOnlyOnce("agentAsked");
    }

    @Test
    void the_person_in_whose_name_an_agent_asks_stops_it() {
        TestFirm.Client client = firm.client("stopped", null);
        RequestId id = asked(agent(nameOf("stopped"), client.phone(), true), PHONE);
        awaitPapers(id);

        stop(id, client.id());

        CaseView closed = closed(id);
        assertThat(closed.request().outcome()).isEqualTo(RequestOutcome.CANCELLED);
        assertThat(messagesTo(id))
                .as("whose authority nobody has seen is not told that there is such a person")
                .contains("closed.NOT_CONTINUED")
                .doesNotContain("closed.CANCELLED_BY_PERSON");
        assertThat(text(id, "letter-zh"))
                .contains("没有继续办理", "不说明我们是否保存")
                .doesNotContain("您已撤销", "由您所代的人", "本人停止", "停止了这项申请", "由本人");
        assertThat(records.of(client.id())).isNotEmpty();
    }

    @Test
    void an_agent_whose_power_was_seen_is_told_that_the_person_stopped_it() {
        TestFirm.Client client = firm.client("stopped-later", null);
        RequestId id = asked(agent(nameOf("stopped-later"), client.phone(), false), PHONE);
        bring(id);
        check(id, confirmed(seen(Paper.IDENTITY_DOCUMENT, "ORIGINAL"), seen(Paper.POWER_OF_ATTORNEY, "ORIGINAL")));
        desks.awaitStatus(id, id.value(), RequestStatus.REVIEW);

        stop(id, client.id());

        assertThat(messagesTo(id)).contains("closed.CANCELLED_BY_PERSON");
        assertThat(text(id, "letter-zh")).contains("您所代的人本人停止了这项申请").doesNotContain("您已撤销");
    }

    @Test
    void a_letter_about_a_stopped_case_says_nothing_of_a_refusal_that_nobody_confirmed() {
        TestFirm.Client client = firm.client("stopped-refused", null);
        RequestId id = asked(agent(nameOf("stopped-refused"), client.phone(), false), PHONE);
        bring(id);
        check(id, Map.of("outcome", "REFUSED", "code", "R15", "text", "本人来电否认"));
        desks.awaitStatus(id, id.value(), RequestStatus.SECOND_REVIEW);

        stop(id, id.value());

        assertThat(text(id, "letter-zh")).contains("您已撤销").doesNotContain("R15", "本人来电否认");
    }

    @Test
    void the_person_is_told_in_chinese_whatever_language_the_agent_chose() {
        TestFirm.Client client = firm.client("language", null);
        NewRequest wish = DeletionWish.ofSomebody("Zhao", Channel.PORTAL)
                .askedBy("Zhao", PHONE, agent(nameOf("language"), client.phone(), false))
                .in("en")
                .request();
        RequestId id = intake.submit(wish).id();

        assertThat(jdbc.sql("SELECT language FROM message WHERE case_id = ? AND template = 'agentAsked'")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("zh");
        assertThat(jdbc.sql("SELECT DISTINCT language FROM message WHERE case_id = ? AND template <> 'agentAsked'")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("en");
    }

    @Test
    void the_letter_names_the_law_of_whoever_is_cared_for() {
        assertThat(refusedLetter(guardian("某甲", Ward.UNDER_14))).contains("个人信息保护法第31条", "第34条");
        assertThat(refusedLetter(guardian("某甲", Ward.UNDER_18)))
                .contains("第34条", "民法典第23条")
                .doesNotContain("第31条");
        assertThat(refusedLetter(guardian("某甲", Ward.ADULT)))
                .contains("民法典第24、28条")
                .doesNotContain("第31条", "第34条");
    }

    @Test
    void where_each_paper_came_and_did_not_suffice_the_letter_has_the_clerks_words() {
        RequestId id = asked(agent("某乙", "", false), PHONE);
        bring(id);
        check(
                id,
                Map.of(
                        "outcome", "NOT_ENOUGH",
                        "papers",
                                List.of(
                                        seen(Paper.IDENTITY_DOCUMENT, "ORIGINAL"),
                                        seen(Paper.POWER_OF_ATTORNEY, "ORIGINAL")),
                        "text", "委托书没有写明期限\n请补一份"));
        awaitPapers(id);

        timer.runOut(id);

        closed(id);
        assertThat(text(id, "interim-1-zh")).contains("还缺的材料", "委托书没有写明期限", "请补一份");
    }

    @Test
    void whoever_is_named_by_a_guardian_or_relative_neither_sees_nor_stops_the_case() {
        TestFirm.Client client = firm.client("ward", null);
        RequestId id = asked(relative(nameOf("ward"), client.phone()), PHONE);
        assertThat(stored(id).subjectId()).isEqualTo(client.id());

        assertThatThrownBy(() -> desks.view(id, client.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> TestFirm.asClient(client.id(), () -> {
                    intake.cancel(id);
                    return null;
                }))
                .isInstanceOf(AccessRefused.class);
        assertThat(messagesTo(id)).doesNotContain("agentAsked");
    }

    @Test
    void an_adult_is_nobodys_child_and_is_told_when_named_as_a_ward() {
        TestFirm.Client client = firm.client("spouse", null);
        RequestId id = asked(
                new OnBehalf(
                        Capacity.GUARDIAN,
                        Ward.UNDER_14,
                        false,
                        new OnBehalf.Person(nameOf("spouse"), client.phone(), ""),
                        "母亲",
                        ""),
                PHONE);
        assertThat(messagesTo(id)).contains("guardianAsked");
        bring(id);
        assertThatThrownBy(() -> check(
                        id,
                        confirmed(
                                seen(Paper.IDENTITY_DOCUMENT, "ORIGINAL"), seen(Paper.HOUSEHOLD_REGISTER, "ORIGINAL"))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("wardIsNot");
        assertThat(authority(id).isConfirmed()).isFalse();
    }

    @Test
    void a_relative_is_answered_with_the_law_and_nothing_goes_to_the_number_on_file() {
        TestFirm.Client client = firm.client("deceased", null);
        RequestId id = asked(relative(nameOf("deceased"), client.phone()), PHONE);
        assertThat(clocks.view(id.value()).rule().ruleId()).isEqualTo("DECEASED_RELATIVE_15WD");
        bring(id);
        check(
                id,
                confirmed(
                        seen(Paper.IDENTITY_DOCUMENT, "ORIGINAL"),
                        seen(Paper.DEATH_CERTIFICATE, "ORIGINAL"),
                        seen(Paper.MARRIAGE_CERTIFICATE, "ORIGINAL"),
                        seen(Paper.STATEMENT_OF_INTEREST, "STATED")));
        approve(id);
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));

        assertThat(closed(id).request().outcome()).isEqualTo(RequestOutcome.COMPLETED);
        assertThat(text(id, "letter-zh")).contains("近亲属的身份", "第49条");
        assertThat(text(id, "certificate-zh")).contains("近亲属申请删除");
        assertThat(messagesTo(id)).doesNotContain("agentAsked");
    }

    @Test
    void a_refusal_goes_to_the_second_person_comes_back_to_the_check_and_says_nothing_of_anybody() {
        TestFirm.Client client = firm.client("refused", null);
        RequestId id = asked(agent(nameOf("refused"), client.phone(), false), PHONE);
        bring(id);
        check(id, Map.of("outcome", "REFUSED", "code", "R15", "text", "授权委托书不是本人签名"));
        desks.awaitStatus(id, id.value(), RequestStatus.SECOND_REVIEW);
        assertThat(authority(id).state()).isEqualTo(Authority.State.REFUSED);
        desks.decide(id, "second", "second-review", Map.of("outcome", "RETURNED", "text", "请再看签名"));

        desks.task(id, "clerk", "check-authority");
        assertThat(authority(id).state()).isEqualTo(Authority.State.TO_CHECK);
        assertThat(stored(id).refusalCode()).isNull();
        assertThat(desks.view(id, id.value()).decisions()).isEmpty();
        check(id, Map.of("outcome", "REFUSED", "code", "R15", "text", "本人来电否认"));
        desks.decide(id, "third", "second-review", Map.of("outcome", "APPROVED"));

        CaseView closed = closed(id);
        assertThat(closed.request().outcome()).isEqualTo(RequestOutcome.REFUSED);
        assertThat(closed.decisions()).isEmpty();
        String letter = text(id, "letter-zh");
        assertThat(letter)
                .contains("R15", "不说明我们是否保存", "本人来电否认", "人民法院", "提供给任何人")
                .doesNotContain("查阅", "逐条核对", "没有删除任何信息，理由", "与登记");
        assertThat(records.of(client.id())).isNotEmpty();
    }

    @Test
    void whoever_refuses_reads_the_letter_before_it_is_sent_on() {
        RequestId id = asked(agent("某丙", "", false), PHONE);
        bring(id);
        desks.task(id, "clerk", "check-authority");

        byte[] draft = firm.asStaff(
                "clerk", () -> desks.reader().authorityRefusalDraft(id, "R15", "委托书没有签名", Locale.SIMPLIFIED_CHINESE));

        assertThat(PdfText.squeezed(PdfText.of(draft)))
                .contains("草稿", "R15", "委托书没有签名", "不说明我们是否保存")
                .doesNotContain("赵某", "某丙");
        assertThat(stored(id).refusalCode()).isNull();
    }

    @Test
    void
            a_second_person_who_doubts_the_authority_sends_the_case_back_to_the_check_and_nothing_stands_still_meanwhile() {
        TestFirm.Client client = firm.client("doubted", null);
        RequestId id = asked(agent(nameOf("doubted"), client.phone(), false), PHONE);
        bring(id);
        check(id, confirmed(seen(Paper.IDENTITY_DOCUMENT, "ORIGINAL"), seen(Paper.POWER_OF_ATTORNEY, "ORIGINAL")));
        approve(id);
        desks.task(id, "second", "second-review");
        assertThat(holdsStanding(id)).isPositive();

        desks.decide(
                id, "second", "second-review", Map.of("outcome", "RETURNED", "text", "委托书是伪造的", "matter", "AUTHORITY"));
        desks.task(id, "clerk", "check-authority");
        assertThat(authority(id).state()).isEqualTo(Authority.State.TO_CHECK);
        assertThat(desks.view(id, id.value()).decisions()).isEmpty();
        assertThat(holdsStanding(id)).isZero();

        check(id, Map.of("outcome", "REFUSED", "code", "R15", "text", "委托书不是本人签名"));
        desks.decide(id, "third", "second-review", Map.of("outcome", "APPROVED"));
        assertThat(closed(id).request().outcome()).isEqualTo(RequestOutcome.REFUSED);
        assertThat(text(id, "letter-zh")).contains("R15").doesNotContain("逐条核对");
        assertThat(records.of(client.id())).isNotEmpty();
    }

    private int holdsStanding(RequestId id) {
        return jdbc.sql("SELECT count(*) FROM hold WHERE case_id = ? AND lifted_at IS NULL")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void what_the_requester_reads_of_a_refusal_is_the_same_whether_anybody_was_found_or_not() {
        TestFirm.Client client = firm.client("known", null);
        RequestId known = refused(agent(nameOf("known"), client.phone(), false));
        RequestId unknown = refused(agent(nameOf("known"), "13700000009", false));

        assertThat(stored(known).subjectId()).isEqualTo(client.id());
        assertThat(stored(unknown).subjectId()).isNull();
        assertThat(letterOf(known)).isEqualTo(letterOf(unknown));
        assertThat(eventsShown(known)).isEqualTo(eventsShown(unknown)).isNotEmpty();
        assertThat(messagesToRequester(known))
                .isEqualTo(messagesToRequester(unknown))
                .isNotEmpty();
    }

    private List<String> eventsShown(RequestId id) {
        return desks.view(id, id.value()).events().stream()
                .filter(event -> event.kind().isShownToClient())
                .map(event -> event.kind() + " " + event.detail())
                .toList();
    }

    /** Everything but what went to the person on file, at their own number. */
    private List<String> messagesToRequester(RequestId id) {
        return messagesTo(id).stream()
                .filter(template -> !template.equals("agentAsked"))
                .sorted()
                .toList();
    }

    @Test
    void what_is_missing_is_asked_for_at_once_and_a_case_without_papers_is_closed_and_reopened() {
        TestFirm.Client client = firm.client("missing", null);
        RequestId id = asked(relative(nameOf("missing"), client.phone()), PHONE);
        bring(id);
        assertThatThrownBy(() -> check(id, confirmed(seen(Paper.IDENTITY_DOCUMENT, "ORIGINAL"))))
                .isInstanceOf(InvalidInput.class);
        check(
                id,
                Map.of(
                        "outcome", "NOT_ENOUGH",
                        "papers",
                                List.of(
                                        seen(Paper.IDENTITY_DOCUMENT, "ORIGINAL"),
                                        seen(Paper.STATEMENT_OF_INTEREST, "STATED")),
                        "text", "请补充死亡证明和亲属关系证明"));
        awaitPapers(id);
        assertThat(TestFirm.asClient(id.value(), () -> authorities.of(id))
                        .orElseThrow()
                        .missing())
                .extracting(each -> each.need())
                .containsExactlyInAnyOrder(Need.DEATH, Need.KINSHIP);

        timer.runOut(id);
        assertThat(closed(id).request().outcome()).isEqualTo(RequestOutcome.NO_PROOF);
        assertThat(text(id, "interim-1-zh"))
                .contains("死亡医学证明", "户口簿", "不说明我们是否保存")
                .doesNotContain("确认是您本人", "您本人的身份证件");
        TestFirm.asClient(id.value(), () -> {
            intake.reopen(id, null);
            return null;
        });
        awaitPapers(id);
        assertThat(stored(id).owesCall()).isFalse();
    }

    @Test
    void a_photo_of_anything_is_no_paper_and_files_that_were_destroyed_are_asked_for_again() {
        TestFirm.Client client = firm.client("photo", null);
        RequestId id = asked(agent(nameOf("photo"), client.phone(), false), PHONE);
        awaitPapers(id);
        sendPapers(id, Paper.IDENTITY_DOCUMENT);
        assertThatThrownBy(() -> check(
                        id, confirmed(seen(Paper.IDENTITY_DOCUMENT, "FILE"), seen(Paper.POWER_OF_ATTORNEY, "FILE"))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("fileNotNamed");

        check(
                id,
                Map.of(
                        "outcome", "NOT_ENOUGH",
                        "papers", List.of(seen(Paper.IDENTITY_DOCUMENT, "FILE")),
                        "text", "请补充授权委托书"));
        awaitPapers(id);
        timer.runOut(id);
        closed(id);
        TestFirm.asClient(id.value(), () -> {
            intake.reopen(id, null);
            return null;
        });
        awaitPapers(id);
        assertThat(authorities(id).missing()).extracting(each -> each.need()).contains(Need.IDENTITY, Need.POWER);
    }

    @Test
    void a_paper_seen_in_a_file_of_another_name_is_confirmed_by_naming_the_file() {
        TestFirm.Client client = firm.client("onescan", null);
        RequestId id = asked(agent(nameOf("onescan"), client.phone(), false), PHONE);
        awaitPapers(id);
        sendPapers(id, Paper.IDENTITY_DOCUMENT);
        desks.task(id, "clerk", "check-authority");
        Map<String, String> power = new java.util.HashMap<>(seen(Paper.POWER_OF_ATTORNEY, "FILE"));
        power.put("file", files(id).get(0).id().toString());
        check(id, confirmed(seen(Paper.IDENTITY_DOCUMENT, "FILE"), power));
        desks.awaitStatus(id, id.value(), RequestStatus.REVIEW);
        assertThat(authority(id).isConfirmed()).isTrue();
    }

    @Test
    void what_somebody_deceased_arranged_is_no_answer_to_a_stranger() {
        TestFirm.Client client = firm.client("arranged", null);
        RequestId id = asked(relative(nameOf("arranged"), client.phone()), PHONE);
        bring(id);
        assertThatThrownBy(() -> check(id, Map.of("outcome", "REFUSED", "code", "R10", "text", "生前要求保密")))
                .isInstanceOf(InvalidInput.class);
        check(
                id,
                Map.of(
                        "outcome", "REFUSED",
                        "code", "R10",
                        "text", "生前要求保密",
                        "papers",
                                List.of(
                                        seen(Paper.IDENTITY_DOCUMENT, "ORIGINAL"),
                                        seen(Paper.DEATH_CERTIFICATE, "ORIGINAL"),
                                        seen(Paper.MARRIAGE_CERTIFICATE, "ORIGINAL"))));
        desks.awaitStatus(id, id.value(), RequestStatus.SECOND_REVIEW);
    }

    @Test
    void as_whom_somebody_asks_is_corrected_at_the_check_and_the_papers_are_asked_anew() {
        TestFirm.Client client = firm.client("corrected", null);
        RequestId id = asked(relative(nameOf("corrected"), client.phone()), PHONE);
        bring(id);
        desks.task(id, "clerk", "check-authority");
        var due = clocks.dueOn(id.value());
        assertThatThrownBy(() -> correct("clerk2", id, Capacity.AGENT, null)).isInstanceOf(NotFound.class);
        correct("clerk", id, Capacity.GUARDIAN, Ward.ADULT);
        assertThat(stored(id).capacity()).isEqualTo(Capacity.GUARDIAN);
        assertThat(authorities(id).asked()).extracting(each -> each.need()).contains(Need.INCAPACITY, Need.KINSHIP);
        assertThat(clocks.dueOn(id.value())).isEqualTo(due);
        correct("clerk", id, Capacity.AGENT, null);
        assertThat(messagesTo(id)).contains("agentAsked");
        check(id, confirmed(seen(Paper.IDENTITY_DOCUMENT, "ORIGINAL"), seen(Paper.POWER_OF_ATTORNEY, "ORIGINAL")));
        desks.awaitStatus(id, id.value(), RequestStatus.REVIEW);
        assertThatThrownBy(() -> correct("clerk", id, Capacity.GUARDIAN, Ward.ADULT))
                .isInstanceOf(StateRefused.class);
    }

    @Test
    void a_relative_without_an_interest_is_not_made_one_by_a_correction() {
        TestFirm.Client client = firm.client("interest", null);
        RequestId id = asked(agent(nameOf("interest"), client.phone(), false), PHONE);
        bring(id);
        desks.task(id, "clerk", "check-authority");
        assertThatThrownBy(() -> correct("clerk", id, Capacity.RELATIVE, null)).isInstanceOf(InvalidInput.class);
        assertThat(stored(id).capacity()).isEqualTo(Capacity.AGENT);
    }

    private void correct(String who, RequestId id, Capacity capacity, @org.jspecify.annotations.Nullable Ward ward) {
        firm.asStaff(who, () -> {
            authorities.correct(id, capacity, ward, false, "");
            return null;
        });
    }

    @Test
    void papers_sent_before_the_process_has_asked_are_looked_at_and_never_asked_for() {
        TestFirm.Client client = firm.client("quick", null);
        RequestId id = asked(agent(nameOf("quick"), client.phone(), true), PHONE);
        sendPapers(id, Paper.LAWYER_LICENCE, Paper.POWER_OF_ATTORNEY);

        desks.task(id, "clerk", "check-authority");
        assertThat(authorities(id).asked())
                .extracting(each -> each.need())
                .containsExactlyInAnyOrder(Need.POWER, Need.IDENTITY);
        assertThat(files(id)).extracting(ProofFile::paper).contains(Paper.LAWYER_LICENCE, Paper.POWER_OF_ATTORNEY);
        check(id, confirmed(seen(Paper.LAWYER_LICENCE, "FILE"), seen(Paper.POWER_OF_ATTORNEY, "FILE")));
        desks.awaitStatus(id, id.value(), RequestStatus.REVIEW);
    }

    @Test
    void two_people_with_one_number_are_told_apart_by_their_names_or_by_a_clerk() {
        TestFirm.Client one = firm.client("shared-a", null);
        TestFirm.Client other = firm.client("shared-b", null);
        jdbc.sql("INSERT INTO subject_index (subject_id, record_id, kind, hmac) SELECT ?, ?, kind, hmac FROM"
                        + " subject_index WHERE subject_id = ? AND kind = 'PHONE'")
                .params(other.id(), records.of(other.id()).get(0).id(), one.id())
                .update();

        assertThat(stored(asked(agent(nameOf("shared-a"), one.phone(), false), PHONE))
                        .subjectId())
                .isEqualTo(one.id());
        assertThat(stored(asked(agent(nameOf("shared-b"), one.phone(), false), PHONE))
                        .subjectId())
                .isEqualTo(other.id());
        RequestId id = asked(agent("没有这个人", one.phone(), false), PHONE);
        assertThat(stored(id).subjectId()).isNull();
        bring(id);
        Map<String, Object> papers =
                confirmed(seen(Paper.IDENTITY_DOCUMENT, "ORIGINAL"), seen(Paper.POWER_OF_ATTORNEY, "ORIGINAL"));
        assertThatThrownBy(() -> check(id, papers)).isInstanceOf(InvalidInput.class);
        Map<String, Object> chosen = new java.util.HashMap<>(papers);
        chosen.put("subjectId", other.id().toString());
        check(id, chosen);
        desks.awaitStatus(id, id.value(), RequestStatus.REVIEW);
        assertThat(stored(id).subjectId()).isEqualTo(other.id());
        assertThat(messagesTo(id)).as("told once it is known who").contains("agentAsked");
    }

    @Test
    void where_nobody_is_meant_the_answer_is_that_nothing_is_held() {
        RequestId id = asked(agent("无此人", "13700000010", false), PHONE);
        bring(id);
        Map<String, Object> papers = new java.util.HashMap<>(
                confirmed(seen(Paper.IDENTITY_DOCUMENT, "ORIGINAL"), seen(Paper.POWER_OF_ATTORNEY, "ORIGINAL")));
        papers.put("nobody", "true");
        check(id, papers);
        approve(id);
        assertThat(grounds(id))
                .as("one clerk alone does not say that nothing is held")
                .contains(SecondReviewGround.FOR_ANOTHER);
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        assertThat(closed(id).request().outcome()).isEqualTo(RequestOutcome.NOTHING_HELD);
    }

    @Test
    void nobody_is_said_to_be_unknown_while_somebody_of_any_branch_with_that_name_and_number_is_not_ruled_out() {
        TestFirm.Client client = firm.clientElsewhere("elsewhere");
        RequestId id = desks.enter(
                "clerk",
                DeletionWish.ofSomebody("赵某", Channel.COUNTER)
                        .askedBy("赵某", PHONE, agent(nameOf("elsewhere"), client.phone(), false)));
        desks.task(id, "clerk", "check-authority");
        assertThat(firm.asStaff("clerk", () -> authorities.meant(id)))
                .extracting(Authorities.Meant::subject)
                .containsExactly(client.id());

        Map<String, Object> nobody = new java.util.HashMap<>(
                confirmed(seen(Paper.IDENTITY_DOCUMENT, "ORIGINAL"), seen(Paper.POWER_OF_ATTORNEY, "ORIGINAL")));
        nobody.put("nobody", "true");
        assertThatThrownBy(() -> check(id, nobody))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("somebodyMeant");
        nobody.put("ruledOut", List.of(client.id().toString()));
        assertThatThrownBy(() -> check(id, nobody))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("fieldMissing.why");
        nobody.remove("nobody");
        nobody.put("subjectId", client.id().toString());
        check(id, nobody);
        desks.awaitStatus(id, id.value(), RequestStatus.REVIEW);
        assertThat(stored(id).subjectId())
                .as("chosen although another branch holds them")
                .isEqualTo(client.id());
    }

    @Test
    void whoever_could_be_meant_is_ruled_out_with_a_reason() {
        TestFirm.Client client = firm.client("namesake", null);
        RequestId id = asked(agent(nameOf("namesake"), client.phone(), false), PHONE);
        bring(id);
        Map<String, Object> nobody = new java.util.HashMap<>(
                confirmed(seen(Paper.IDENTITY_DOCUMENT, "ORIGINAL"), seen(Paper.POWER_OF_ATTORNEY, "ORIGINAL")));
        nobody.putAll(Map.of("nobody", "true", "ruledOut", List.of(client.id().toString()), "why", "同名同号，身份证号不同"));
        check(id, nobody);
        desks.awaitStatus(id, id.value(), RequestStatus.REVIEW);
        assertThat(stored(id).subjectId()).isNull();
        assertThat(firm.asStaff("clerk", () -> desks.reader().get(id)).texts())
                .filteredOn(text -> text.kind() == CaseText.Kind.NOT_THIS_PERSON)
                .hasSize(1);
    }

    @Test
    void parallel_requests_for_one_person_stand_beside_each_other_and_each_proves_its_own_authority() {
        TestFirm.Client client = firm.client("parallel", null);
        RequestId first = asked(agent(nameOf("parallel"), client.phone(), false), PHONE);
        RequestId second = asked(agent(nameOf("parallel"), client.phone(), false), "13612340002");
        RequestId own = desks.submit(client, "", ProofMethod.ONE_TIME_CODE);

        assertThat(firm.asStaff("clerk", () -> desks.reader().ofClient(client.id())))
                .extracting(SubjectRequest::id)
                .contains(first, second, own);
        bring(first);
        check(first, confirmed(seen(Paper.IDENTITY_DOCUMENT, "ORIGINAL"), seen(Paper.POWER_OF_ATTORNEY, "ORIGINAL")));
        desks.awaitStatus(first, first.value(), RequestStatus.REVIEW);
        awaitPapers(second);
        assertThat(authority(second).isConfirmed()).isFalse();
        assertThatThrownBy(() ->
                        TestFirm.asClient(first.value(), () -> desks.reader().get(second)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        TestFirm.asClient(first.value(), () -> desks.reader().get(own)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_requester_confirms_nothing_by_a_code_and_says_nobody_on_file() {
        TestFirm.Client client = firm.client("code", null);
        RequestId id = asked(agent(nameOf("code"), client.phone(), false), PHONE);
        awaitPapers(id);

        assertThat(TestFirm.asClient(id.value(), () -> intake.confirmSignIn(id)))
                .isFalse();
        assertThatThrownBy(() -> TestFirm.asClient(id.value(), () -> {
                    intake.confirmIdentity(id, ProofMethod.ONE_TIME_CODE);
                    return null;
                }))
                .isInstanceOf(StateRefused.class);
        assertThatThrownBy(() -> intake.submit(DeletionWish.of(client, Channel.PORTAL)
                        .askedBy("赵某", PHONE, agent(nameOf("code"), client.phone(), false))
                        .request()))
                .isInstanceOf(AccessRefused.class);
    }

    private void stop(RequestId id, UUID by) {
        TestFirm.asClient(by, () -> {
            intake.cancel(id);
            return null;
        });
        closed(id);
    }

    private String refusedLetter(OnBehalf claim) {
        return letterOf(refused(claim));
    }

    @Test
    void staff_enter_a_request_for_another_only_as_it_came_to_them() {
        TestFirm.Client client = firm.clientElsewhere("oracle");
        for (Channel channel : List.of(Channel.PORTAL, Channel.API)) {
            DeletionWish wish = DeletionWish.ofSomebody("赵某", channel)
                    .askedBy("赵某", PHONE, agent(nameOf("oracle"), client.phone(), false));
            assertThatThrownBy(() -> desks.enter("clerk", wish))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("othersByStaff");
        }
        RequestId id = desks.enter(
                "clerk",
                DeletionWish.ofSomebody("赵某", Channel.LETTER)
                        .askedBy("赵某", PHONE, agent(nameOf("oracle"), client.phone(), false)));
        assertThat(stored(id).subjectId()).isNull();
    }

    private RequestId refused(OnBehalf claim) {
        RequestId id = asked(claim, PHONE);
        bring(id);
        check(id, Map.of("outcome", "REFUSED", "code", "R15", "text", "没有授权委托书"));
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        closed(id);
        return id;
    }

    private String letterOf(RequestId id) {
        SubjectRequest request = stored(id);
        return text(id, "letter-zh")
                .replace(request.reference(), "")
                .replace(String.valueOf(request.verificationCode()), "");
    }

    private RequestId asked(OnBehalf claim, String phone) {
        return intake.submit(DeletionWish.ofSomebody("赵某", Channel.PORTAL)
                        .askedBy("赵某", phone, claim)
                        .request())
                .id();
    }

    private static OnBehalf guardian(String child, Ward ward) {
        return new OnBehalf(Capacity.GUARDIAN, ward, false, new OnBehalf.Person(child, "", ""), "母亲", "");
    }

    private static OnBehalf agent(String name, String phone, boolean lawyer) {
        return new OnBehalf(Capacity.AGENT, null, lawyer, new OnBehalf.Person(name, phone, ""), "", "");
    }

    private static OnBehalf relative(String name, String phone) {
        return new OnBehalf(Capacity.RELATIVE, null, false, new OnBehalf.Person(name, phone, ""), "配偶", "整理遗产，避免被冒用");
    }

    private static String nameOf(String tag) {
        return "canary金丝雀NAME" + tag;
    }

    private static String childOf(String tag) {
        return "canary金丝雀CHILD_NAME" + tag;
    }

    private void awaitPapers(RequestId id) {
        desks.awaitStatus(id, id.value(), RequestStatus.AWAITING_PROOF);
    }

    private void sendPapers(RequestId id, Paper... papers) {
        TestFirm.asClient(id.value(), () -> {
            for (Paper paper : papers) {
                files.handIn(id, HandedInFiles.photo(60, 40), paper);
            }
            files.submit(id);
            return null;
        });
    }

    /** Papers come to the counter. */
    private void bring(RequestId id) {
        desks.decide(id, "clerk", "await-papers", Map.of("text", "到店出示"));
    }

    private void check(RequestId id, Map<String, Object> fields) {
        desks.decide(id, "clerk", "check-authority", fields);
    }

    @SafeVarargs
    private static Map<String, Object> confirmed(Map<String, String>... papers) {
        return Map.of("outcome", "CONFIRMED", "papers", List.of(papers));
    }

    private static Map<String, String> seen(Paper paper, String how) {
        return Map.of("paper", paper.name(), "sight", how);
    }

    private void approve(RequestId id) {
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
    }

    private Set<SecondReviewGround> grounds(RequestId id) {
        InboxTask task = desks.task(id, "second", "second-review");
        assertThat(task).isNotNull();
        CaseView view = firm.asStaff("second", () -> desks.reader().get(id));
        return SecondReviewGround.ofDecided(view.request(), view.decisions(), view.events());
    }

    private CaseView closed(RequestId id) {
        return desks.closed(id, id.value());
    }

    private SubjectRequest stored(RequestId id) {
        return firm.asStaff("clerk", () -> desks.reader().get(id)).request();
    }

    private io.shouxin.request.AuthorityView authorities(RequestId id) {
        return firm.asStaff("clerk", () -> authorities.of(id)).orElseThrow();
    }

    private Authority authority(RequestId id) {
        return authorities(id).authority();
    }

    private List<ProofFile> files(RequestId id) {
        return firm.asStaff("clerk", () -> files.of(id));
    }

    /** The words without spaces, since lines break anywhere. */
    private String text(RequestId id, String name) {
        return PdfText.squeezed(PdfText.of(document(id, name)));
    }

    private byte[] document(RequestId id, String name) {
        return TestFirm.asClient(id.value(), () -> desks.reader().document(id, name));
    }

    private List<String> messagesTo(RequestId id) {
        return jdbc.sql("SELECT template FROM message WHERE case_id = ?")
                .param(id.value())
                .query(String.class)
                .list();
    }
}
