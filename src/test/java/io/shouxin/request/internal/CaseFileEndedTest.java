package io.shouxin.request.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.evidence.EvidenceReader;
import io.shouxin.request.CaseView;
import io.shouxin.request.DecisionTexts;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestReader;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.NotFound;
import io.shouxin.spine.Desks;
import io.shouxin.spine.ProofTimer;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stays of a case when its file has been destroyed, and what everybody is told of it. */
@SpringBootTest
@Import({TestFirm.class, ProofTimer.class})
class CaseFileEndedTest {

    private final ApplicationContext context;
    private final TestFirm firm;
    private final Desks desks;
    private final CaseFiles files;
    private final CaseFileJob job;
    private final EvidenceReader evidence;
    private final JdbcClient jdbc;

    @Autowired
    CaseFileEndedTest(
            ApplicationContext context, TestFirm firm, CaseFileJob job, EvidenceReader evidence, JdbcClient jdbc) {
        this.context = context;
        this.firm = firm;
        this.desks = Desks.of(context);
        this.files = CaseFiles.of(context);
        this.job = job;
        this.evidence = evidence;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @AfterEach
    void closePages() {
        BrowserlessPages.close();
    }

    @Test
    void what_proves_the_case_stays_and_its_papers_can_still_be_verified() {
        TestFirm.Client client = firm.client("file-proof", null);
        RequestId id = files.completed(client);
        SubjectRequest before = files.view(id, client).request();
        String code = Objects.requireNonNull(before.verificationCode());
        files.lastDayIs(id, files.today().minusDays(1));
        job.endDue();

        CaseView after = files.view(id, client);
        assertThat(after.request().reference()).isEqualTo(before.reference());
        assertThat(after.request().outcome()).isEqualTo(before.outcome());
        assertThat(after.request().fileEndedAt()).isNotNull();
        assertThat(after.documents()).isEmpty();
        assertThat(after.texts()).isEmpty();
        assertThat(after.decisions()).isNotEmpty();
        for (String paper : List.of("receipt-zh", "letter-zh", "certificate-en")) {
            assertThatThrownBy(() ->
                            TestFirm.asClient(client.id(), () -> desks.reader().document(id, paper)))
                    .isInstanceOf(NotFound.class);
        }
        RequestReader.Verified verified = desks.reader().verify(code).orElseThrow();
        assertThat(verified.certificateNo()).isEqualTo(before.certificateNo());
        assertThat(verified.erased()).isPositive();
        assertThat(verified.fileEndedAt()).isNotNull();
        assertThat(files.rowsOfFile(id)).as("looking makes no new file").isZero();
        assertThat(evidence.verifyAll().intact()).isTrue();
    }

    @Test
    void a_case_is_found_by_the_name_of_somebody_erased_until_its_file_ends() {
        TestFirm.Client client = firm.client("file-found", null);
        RequestId id = files.completed(client);
        assertThat(foundByName()).containsExactly(id);
        files.lastDayIs(id, files.today().minusDays(1));
        job.endDue();
        assertThat(foundByName()).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM case_contact_index WHERE case_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<RequestId> foundByName() {
        return firm.asStaff("clerk", () -> desks.reader().ofPerson("canary金丝雀NAMEfile-found")).stream()
                .map(SubjectRequest::id)
                .toList();
    }

    @Test
    void everybody_is_told_that_the_file_ended_and_why() {
        TestFirm.Client client = firm.client("file-told", null);
        RequestId id = files.completed(client);
        SubjectRequest request = files.view(id, client).request();
        files.lastDayIs(id, files.today().minusDays(1));
        job.endDue();
        assertThat(firm.asStaff("clerk", () -> page("staff/cases/" + id)))
                .contains("到期销毁", "保存期限已过")
                .doesNotContain("letter", "!");
        assertThat(TestFirm.asClient(client.id(), () -> page("track/" + request.reference())))
                .contains("这项申请的案卷已到期销毁")
                .doesNotContain("这些文件可以下载保存");
        assertThat(page("verify/" + request.verificationCode())).contains("这份文件是我们出具的", "我们这里的文件已到期销毁");
    }

    @Test
    void the_number_of_an_open_claim_goes_with_the_file() {
        TestFirm.Client client = firm.client("file-claim", null);
        RequestId id = files.completed(client);
        jdbc.sql("""
                        UPDATE request_decision SET reason = 'OPEN_CLAIM', text_key = 'retention.client.OPEN_CLAIM',
                            text_args = '{ClaimKind.UNPAID_FEE,GZ-2026-31,2026-12-31,retention.rule.GENERAL_CLAIM_3Y}'
                        WHERE request_id = ?
                        """).param(id.value()).update();
        files.lastDayIs(id, files.today().minusDays(1));
        job.endDue();
        assertThat(files.view(id, client).decisions()).isNotEmpty().allSatisfy(decision -> assertThat(
                        DecisionTexts.forClient(decision, Locale.SIMPLIFIED_CHINESE))
                .contains("费用未付", "已随案卷销毁")
                .doesNotContain("GZ-2026-31"));
    }

    private String page(String address) {
        BrowserlessPages.open(context, "io.shouxin.request.ui");
        BrowserlessPages.go(address);
        return BrowserlessPages.text();
    }
}
