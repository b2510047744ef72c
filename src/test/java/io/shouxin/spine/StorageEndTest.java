package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.document.PdfText;
import io.shouxin.inbox.InboxTask;
import io.shouxin.platform.Failpoints;
import io.shouxin.record.Hold;
import io.shouxin.record.HoldKind;
import io.shouxin.record.Holds;
import io.shouxin.request.Capacity;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.OnBehalf;
import io.shouxin.request.Paper;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.StorageEnds;
import io.shouxin.request.SubjectRequest;
import io.shouxin.retention.Outcome;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a law kept until a day comes back by itself: the case that nobody asked for, from its opening to the word to the client. */
@SpringBootTest
@Import({TestFirm.class, StorageEndTest.Setup.class})
class StorageEndTest {

    private static final String REQUESTER = "13612340077";

    private static final Instant START = Instant.now();

    private final TestFirm firm;
    private final Desks desks;
    private final StorageEnds ends;
    private final Holds holds;
    private final JdbcClient jdbc;
    private final SetClock clock;
    private final FailsOnce failpoints;
    private final TransactionTemplate transaction;

    @Autowired
    StorageEndTest(
            BeanFactory beans,
            TestFirm firm,
            StorageEnds ends,
            Holds holds,
            JdbcClient jdbc,
            SetClock clock,
            FailsOnce failpoints,
            PlatformTransactionManager transactions) {
        this.firm = firm;
        this.desks = Desks.of(beans);
        this.ends = ends;
        this.holds = holds;
        this.jdbc = jdbc;
        this.clock = clock;
        this.failpoints = failpoints;
        this.transaction = new TransactionTemplate(transactions);
    }

    @TestConfiguration
    static class Setup {

        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock(START);
        }

        @Bean
        @Primary
        FailsOnce failsOnce(@Qualifier("failpointSwitch") Failpoints real) {
            return new FailsOnce(real);
        }
    }

    /** Ends a transaction at a place, once, as a process that dies there would. */
    static final class FailsOnce implements Failpoints {

        private final Failpoints real;
        private volatile String armed = "";

        FailsOnce(Failpoints real) {
            this.real = real;
        }

        @Override
        public void pass(String place) {
            real.pass(place);
            if (place.equals(armed)) {
                armed = "";
                throw new IllegalStateException("died at " + place);
            }
        }
    }

    @BeforeEach
    void open() {
        clock.set(START);
        firm.open();
    }

    @Test
    void on_the_day_after_the_last_a_case_is_opened_decided_erased_and_told_without_anybody() {
        TestFirm.Client client = worker("comes-back");
        RequestId first = keptUntilToday(client);
        assertThat(held(client)).as("the law keeps one until today").isEqualTo(1);
        assertThat(ends.openNow()).as("on its last day it is kept").isZero();

        nextDay();
        assertThat(ends.openNow()).isEqualTo(1);
        CaseView closed = desks.closed(returned(client), client.id());

        assertThat(closed.request().channel()).isEqualTo(Channel.CLOCK);
        assertThat(closed.request().outcome()).isEqualTo(RequestOutcome.COMPLETED);
        assertThat(closed.decisions()).singleElement().satisfies(decision -> assertThat(decision.outcome())
                .isEqualTo(Outcome.DELETE_NOW));
        assertThat(held(client)).isZero();
        assertThat(standingHolds(client)).isZero();
        assertThat(messages(closed.request().id())).containsExactly("returned.COMPLETED");
        assertThat(closed.documents())
                .contains("letter-zh", "letter-en", "certificate-zh")
                .doesNotContain("receipt-zh");
        assertThat(letter(closed, client))
                .contains("关于保存期满信息处理结果的告知", PdfText.squeezed("保存期已满，已全部删除"), "已主动删除", "立案日期")
                .doesNotContain("身份核验", "申请事项");
        assertThat(certificate(closed, client)).contains(PdfText.squeezed("保存期满，主动删除"));
        assertThat(firm.asStaff(
                        "clerk", () -> desks.reader().keptBy(closed.request().id())))
                .extracting(SubjectRequest::id)
                .containsExactly(first);
        assertThat(ends.openNow()).as("and never again").isZero();
        assertThat(tasksOf(closed.request().id()))
                .as("nobody had to look at it")
                .isZero();
    }

    @Test
    void two_nodes_that_sweep_at_once_open_one_case() throws Exception {
        List<TestFirm.Client> clients =
                Stream.of("node-1", "node-2", "node-3").map(this::worker).toList();
        clients.forEach(this::keptUntilToday);
        nextDay();
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            int opened = 0;
            for (Future<Integer> swept : nodes.invokeAll(Stream.<Callable<Integer>>generate(() -> ends::openNow)
                    .limit(4)
                    .toList())) {
                opened += swept.get();
            }
            assertThat(opened).isEqualTo(3);
        } finally {
            nodes.shutdownNow();
        }
        clients.forEach(client -> desks.closed(returned(client), client.id()));
    }

    @Test
    void a_sweep_that_dies_in_the_middle_leaves_nothing_and_the_next_one_does_it() {
        TestFirm.Client client = worker("dies");
        keptUntilToday(client);
        nextDay();
        failpoints.armed = "return-opened";
        assertThat(ends.openNow()).isZero();
        assertThat(returnedCases(client)).isZero();
        assertThat(ends.openNow()).isEqualTo(1);
        assertThat(desks.closed(returned(client), client.id()).request().outcome())
                .isEqualTo(RequestOutcome.COMPLETED);
    }

    @Test
    void what_the_rules_leave_open_again_goes_to_the_officer_and_through_review_as_usual() {
        TestFirm.Client client = firm.client("asked-again", LocalDate.of(2020, 6, 30));
        RequestId first = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.decideOpen(
                first,
                Map.of(
                        "outcome",
                        "RESTRICT_STORAGE_ONLY",
                        "until",
                        today().plusDays(1).toString(),
                        "reason",
                        "已核对"));
        approveAndConfirm(first, client);
        nextDay();
        assertThat(ends.openNow()).as("the last day is not over").isZero();
        nextDay();
        assertThat(ends.openNow()).isEqualTo(1);
        RequestId back = returned(client);
        int kept = held(client);

        String longer = today().plusYears(1).toString();
        desks.decideOpen(back, Map.of("outcome", "RESTRICT_STORAGE_ONLY", "until", longer, "reason", "仍有争议"));
        assertRefused(back, "REFUSED");
        assertRefused(back, "ASK_CLIENT");
        assertThatThrownBy(() -> TestFirm.asClient(client.id(), () -> {
                    desks.intake().cancel(back);
                    return null;
                }))
                .isInstanceOf(StateRefused.class);
        approveAndConfirm(back, client);

        CaseView closed = desks.view(back, client.id());
        assertThat(closed.request().outcome()).isEqualTo(RequestOutcome.REFUSED);
        assertThat(held(client)).isEqualTo(kept);
        assertThat(jdbc.sql("SELECT DISTINCT until_on FROM hold WHERE subject_id = ? AND lifted_at IS NULL")
                        .param(client.id())
                        .query(LocalDate.class)
                        .list())
                .as("the duty that is over stands no longer beside the new one")
                .containsExactly(today().plusYears(1));
        assertThat(letter(closed, client)).contains("仍须继续保留", "R4");
        assertThat(ends.openNow()).isZero();
    }

    @Test
    void a_seal_keeps_it_until_the_seal_is_lifted() {
        TestFirm.Client client = worker("sealed");
        keptUntilToday(client);
        UUID dispute = UUID.randomUUID();
        transaction.executeWithoutResult(status -> holds.place(
                List.of(new Hold(
                        UUID.randomUUID(),
                        HoldKind.SEAL,
                        client.id(),
                        null,
                        "DISPUTE",
                        "firm's rule",
                        dispute,
                        "ZY-2026-0007",
                        null)),
                Actor.SYSTEM));
        nextDay();
        assertThat(ends.openNow()).isZero();
        transaction.executeWithoutResult(status -> holds.lift(dispute, HoldKind.SEAL, null, "SETTLED", Actor.SYSTEM));
        assertThat(ends.openNow()).isEqualTo(1);
        desks.closed(returned(client), client.id());
        assertThat(held(client)).isZero();
    }

    @Test
    void a_request_of_the_client_that_is_open_already_decides_it_and_a_cancelled_one_does_not() {
        TestFirm.Client client = worker("asks-too");
        keptUntilToday(client);
        nextDay();
        RequestId own = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.awaitStatus(own, client.id(), RequestStatus.REVIEW);
        assertThat(ends.openNow()).isZero();
        TestFirm.asClient(client.id(), () -> {
            desks.intake().cancel(own);
            return null;
        });
        desks.closed(own, client.id());
        assertThat(ends.openNow()).isEqualTo(1);
        desks.closed(returned(client), client.id());
    }

    @Test
    void nobody_enters_a_request_as_if_the_clock_had() {
        TestFirm.Client client = firm.client("pretends", null);
        assertThatThrownBy(() -> desks.submit(client, DeletionWish.of(client, Channel.CLOCK)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void whoever_asked_for_the_client_is_not_told_when_it_comes_back() {
        TestFirm.Client client = worker("asked-by-agent");
        RequestId first = asked(client, client.canaries().get(1), "委托代理人", Capacity.AGENT);
        checkPapers(first, Paper.POWER_OF_ATTORNEY);
        approveAndConfirm(first, first.value());
        nextDay();
        assertThat(ends.openNow()).isEqualTo(1);
        CaseView back = desks.closed(returned(client), client.id());

        assertThat(contact(back)).doesNotContain("委托代理人", REQUESTER);
    }

    @Test
    void of_somebody_deceased_nobody_is_told_however_often_it_comes_back() {
        TestFirm.Client client = firm.client("deceased-twice", LocalDate.of(2020, 6, 30));
        RequestId first = asked(client, "canary金丝雀NAMEdeceased-twice", "配偶甲", Capacity.RELATIVE);
        checkPapers(first, Paper.DEATH_CERTIFICATE, Paper.MARRIAGE_CERTIFICATE);
        keepOpenUntil(first, today());
        approveAndConfirm(first, first.value());
        nextDay();
        nextDay();
        assertThat(ends.openNow()).isEqualTo(1);
        RequestId second = returned(client);
        keepOpenUntil(second, today());
        approveAndConfirm(second, client);
        assertThat(contact(desks.view(second, client.id()))).containsOnly("");
        nextDay();
        nextDay();
        assertThat(ends.openNow()).isEqualTo(1);
        RequestId third =
                new RequestId(jdbc.sql("SELECT id FROM request WHERE subject_id = ? AND channel = 'CLOCK' AND id <> ?")
                        .params(client.id(), second.value())
                        .query(UUID.class)
                        .single());

        assertThat(contact(firm.asStaff("clerk", () -> desks.reader().get(third))))
                .as("not even at the number that is still on file")
                .containsOnly("");
        keepOpenUntil(third, today().plusYears(1));
        approveAndConfirm(third, client);
    }

    @Test
    void it_has_no_receipt_to_read() {
        TestFirm.Client client = worker("unasked");
        keptUntilToday(client);
        nextDay();
        ends.openNow();
        RequestId back = returned(client);
        desks.closed(back, client.id());
        assertThatThrownBy(() ->
                        TestFirm.asClient(client.id(), () -> desks.reader().document(back, "receipt-zh")))
                .isInstanceOf(NotFound.class);
    }

    /** Somebody of whom a law keeps one record until today. */
    private TestFirm.Client worker(String tag) {
        return firm.worker(tag, today().minusYears(2));
    }

    private RequestId keptUntilToday(TestFirm.Client client) {
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        approveAndConfirm(id, client);
        return id;
    }

    private RequestId asked(TestFirm.Client client, String name, String requester, Capacity capacity) {
        OnBehalf claim = new OnBehalf(
                capacity,
                null,
                false,
                new OnBehalf.Person(name, client.phone(), ""),
                capacity == Capacity.RELATIVE ? "配偶" : "",
                capacity == Capacity.RELATIVE ? "整理遗产" : "");
        return desks.intake()
                .submit(DeletionWish.ofSomebody(requester, Channel.PORTAL)
                        .askedBy(requester, REQUESTER, claim)
                        .request())
                .id();
    }

    private void checkPapers(RequestId id, Paper... papers) {
        desks.decide(id, "clerk", "await-papers", Map.of("text", "到店出示"));
        List<Map<String, String>> seen = Stream.concat(Stream.of(Paper.IDENTITY_DOCUMENT), Stream.of(papers))
                .map(paper -> Map.of("paper", paper.name(), "sight", "ORIGINAL"))
                .collect(Collectors.toCollection(ArrayList::new));
        if (papers.length > 1) {
            seen.add(Map.of("paper", Paper.STATEMENT_OF_INTEREST.name(), "sight", "STATED"));
        }
        desks.decide(id, "clerk", "check-authority", Map.of("outcome", "CONFIRMED", "papers", seen));
    }

    private void keepOpenUntil(RequestId id, LocalDate day) {
        desks.decideOpen(
                id,
                Map.of(
                        "outcome",
                        "RESTRICT_STORAGE_ONLY",
                        "until",
                        day.plusDays(1).toString(),
                        "reason",
                        "已核对"));
    }

    private static List<String> contact(CaseView view) {
        return view.texts().stream()
                .filter(text -> text.kind() == CaseText.Kind.CONTACT_NAME
                        || text.kind() == CaseText.Kind.CONTACT_PHONE
                        || text.kind() == CaseText.Kind.CONTACT_EMAIL)
                .map(CaseText::text)
                .toList();
    }

    private void approveAndConfirm(RequestId id, TestFirm.Client client) {
        approveAndConfirm(id, client.id());
    }

    private void approveAndConfirm(RequestId id, UUID owner) {
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        desks.closed(id, owner);
    }

    private void assertRefused(RequestId id, String outcome) {
        InboxTask task = desks.task(id, "clerk", "review-decisions");
        assertThatThrownBy(() -> firm.asStaff("clerk", () -> {
                    desks.inbox().decide(task.id(), Map.of("outcome", outcome, "text", "为什么", "code", "R13"));
                    return null;
                }))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo("request.error.openedByClock"));
    }

    private RequestId returned(TestFirm.Client client) {
        return new RequestId(jdbc.sql("SELECT id FROM request WHERE subject_id = ? AND channel = 'CLOCK'")
                .param(client.id())
                .query(UUID.class)
                .single());
    }

    private int returnedCases(TestFirm.Client client) {
        return count("SELECT count(*) FROM request WHERE subject_id = ? AND channel = 'CLOCK'", client.id());
    }

    private int held(TestFirm.Client client) {
        return count("SELECT count(*) FROM record WHERE subject_id = ?", client.id());
    }

    private int standingHolds(TestFirm.Client client) {
        return count("SELECT count(*) FROM hold WHERE subject_id = ? AND lifted_at IS NULL", client.id());
    }

    private int tasksOf(RequestId id) {
        return count("SELECT count(*) FROM task WHERE case_id = ?", id.value());
    }

    private int count(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(Integer.class).single();
    }

    private List<String> messages(RequestId id) {
        return jdbc.sql("SELECT template FROM message WHERE case_id = ?")
                .param(id.value())
                .query(String.class)
                .list();
    }

    private String letter(CaseView view, TestFirm.Client client) {
        return paper(view, client, "letter-zh");
    }

    private String certificate(CaseView view, TestFirm.Client client) {
        return paper(view, client, "certificate-zh");
    }

    private String paper(CaseView view, TestFirm.Client client, String name) {
        return PdfText.of(TestFirm.asClient(
                client.id(), () -> desks.reader().document(view.request().id(), name)));
    }

    private void nextDay() {
        clock.advance(Duration.ofDays(1));
    }

    private LocalDate today() {
        return ChinaTime.today(clock);
    }
}
