package io.shouxin.request.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.document.FakeScanner;
import io.shouxin.document.FileProblem;
import io.shouxin.document.HandedInFiles;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.ProofFile;
import io.shouxin.request.ProofFiles;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestStatus;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.spine.Desks;
import io.shouxin.spine.TestFirm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Where the operator names a scanner, nobody opens what it has not cleared. */
@SpringBootTest
@Import(TestFirm.class)
class ProofScanTest {

    private static final String CLEAN = "stream: OK";
    private static final String FOUND = "stream: Eicar-Test-Signature FOUND";
    private static final String NOTHING = "";

    private static final FakeScanner SCANNER = scanner();

    private final TestFirm firm;
    private final Desks desks;
    private final ProofFiles files;
    private final ProofFileJob job;
    private final JdbcClient jdbc;

    @Autowired
    ProofScanTest(TestFirm firm, ApplicationContext context, ProofFiles files, ProofFileJob job, JdbcClient jdbc) {
        this.firm = firm;
        this.desks = Desks.of(context);
        this.files = files;
        this.job = job;
        this.jdbc = jdbc;
    }

    private static FakeScanner scanner() {
        try {
            return new FakeScanner(NOTHING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void named(DynamicPropertyRegistry registry) {
        registry.add("shouxin.clamd.host", () -> "127.0.0.1");
        registry.add("shouxin.clamd.port", SCANNER::port);
    }

    @AfterAll
    static void end() throws IOException {
        SCANNER.close();
    }

    @BeforeEach
    void open() {
        firm.open();
        jdbc.sql("UPDATE proof_file SET state = 'DESTROYED', file_id = NULL WHERE state = 'QUARANTINED'")
                .update();
    }

    @Test
    void what_the_scanner_clears_can_be_opened() {
        SCANNER.says(CLEAN);
        TestFirm.Client client = firm.client("scan-clean", null);
        RequestId id = asked(client);
        ProofFile file = handIn(id, client);
        assertThat(file.state()).isEqualTo(ProofFile.State.CLEARED);
        assertThat((long) SCANNER.received())
                .as("what would be opened is what was scanned")
                .isEqualTo(file.size());
    }

    @Test
    void what_is_infected_is_destroyed_at_once_and_its_client_told() {
        SCANNER.says(FOUND);
        TestFirm.Client client = firm.client("scan-found", null);
        RequestId id = asked(client);
        ProofFile file = handIn(id, client);
        assertThat(file.problem()).isEqualTo(FileProblem.INFECTED);
        assertThat(kept(id)).isZero();
    }

    @Test
    void while_the_scanner_is_away_files_stay_shut_and_are_tried_again() {
        SCANNER.says(NOTHING);
        TestFirm.Client client = firm.client("scan-away", null);
        RequestId id = asked(client);
        ProofFile file = handIn(id, client);
        assertThat(file.state()).isEqualTo(ProofFile.State.QUARANTINED);
        as(client, () -> {
            files.submit(id);
            return id;
        });
        desks.task(id, "clerk", "see-proof");
        assertThatThrownBy(() -> firm.asStaff("clerk", () -> files.open(file.id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> decide(id, "PROOF_SEEN"))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.textKey()).isEqualTo("request.error.proofShut"));
        job.scanAgain();
        assertThat(only(id).state()).isEqualTo(ProofFile.State.QUARANTINED);

        SCANNER.says(CLEAN);
        job.scanAgain();
        assertThat(firm.asStaff("clerk", () -> files.open(file.id())).content()).isNotEmpty();
        decide(id, "PROOF_SEEN");
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
    }

    @Test
    void a_file_that_turns_out_infected_after_it_was_sent_is_told_in_the_timeline_and_the_client_asked_again() {
        SCANNER.says(NOTHING);
        TestFirm.Client client = firm.client("scan-late", null);
        RequestId id = asked(client);
        handIn(id, client);
        as(client, () -> {
            files.submit(id);
            return id;
        });
        desks.task(id, "clerk", "see-proof");
        SCANNER.says(FOUND);
        job.scanAgain();
        assertThat(only(id).problem()).isEqualTo(FileProblem.INFECTED);
        assertThat(kept(id)).isZero();
        assertThat(desks.view(id, client.id()).events())
                .filteredOn(event -> event.kind() == CaseEvent.Kind.PROOF_REFUSED)
                .singleElement()
                .satisfies(event -> assertThat(event.kind().isShownToClient()).isTrue());
        assertThatThrownBy(() -> decide(id, "PROOF_SEEN")).isInstanceOf(InvalidInput.class);
        decide(id, "NOT_ENOUGH");
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_PROOF);
    }

    @Test
    void a_file_that_the_scanner_stumbles_over_does_not_keep_the_others_shut() {
        SCANNER.says(NOTHING);
        TestFirm.Client client = firm.client("scan-stumbles", null);
        RequestId id = asked(client);
        ProofFile first = handIn(id, client);
        ProofFile second = as(client, () -> files.handIn(id, HandedInFiles.photo(300, 200)));
        assertThat(second.size()).isNotEqualTo(first.size());
        SCANNER.stumblesOver(first.size());
        SCANNER.says(CLEAN);
        try {
            job.work();
            assertThat(firm.asStaff("clerk", () -> files.of(id)))
                    .extracting(ProofFile::state)
                    .containsExactly(ProofFile.State.QUARANTINED, ProofFile.State.CLEARED);
        } finally {
            SCANNER.stumblesOver(-1);
        }
    }

    @Test
    void a_scanner_that_is_silent_three_times_is_left_alone_until_the_next_turn() {
        SCANNER.says(NOTHING);
        TestFirm.Client client = firm.client("scan-silent", null);
        RequestId id = asked(client);
        for (int i = 0; i < 4; i++) {
            handIn(id, client);
        }
        int before = SCANNER.asked();
        job.scanAgain();
        assertThat(SCANNER.asked() - before).isEqualTo(3);
    }

    private RequestId asked(TestFirm.Client client) {
        RequestId id = desks.submit(client, "", ProofMethod.ONE_TIME_CODE);
        desks.awaitStatus(id, client.id(), RequestStatus.AWAITING_PROOF);
        return id;
    }

    private ProofFile handIn(RequestId id, TestFirm.Client client) {
        return as(client, () -> files.handIn(id, HandedInFiles.photo(60, 40)));
    }

    private void decide(RequestId id, String outcome) {
        desks.decide(id, "clerk", "see-proof", Map.of("outcome", outcome, "text", "请换一份材料"));
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
