package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.evidence.EvidenceKind;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestStatus;
import io.shouxin.testing.BrowserlessPages;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** What somebody sees of people in a list is in the log too: once for the rows of a page, not each time the page is read again. */
@SpringBootTest
@Import(TestFirm.class)
@DirtiesContext(
        classMode =
                DirtiesContext.ClassMode.BEFORE_CLASS) // what other tests leave open fills the first page of the inbox
class ShownRowsTest {

    private final ApplicationContext context;
    private final TestFirm firm;
    private final Desks desks;
    private final JdbcClient jdbc;

    @Autowired
    ShownRowsTest(ApplicationContext context, TestFirm firm, JdbcClient jdbc) {
        this.context = context;
        this.firm = firm;
        this.desks = Desks.of(context);
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
    void the_rows_of_the_inbox_are_logged_once_in_a_session_and_new_ones_when_they_come() {
        RequestId first = underReview("rows-first");
        openPages();
        look("staff/inbox");
        List<String> once = shown("inbox");
        assertThat(once).isNotEmpty();
        assertThat(once.get(once.size() - 1)).contains(first.toString());

        look("staff/inbox");
        assertThat(shown("inbox")).as("the same rows again").hasSameSizeAs(once);

        RequestId second = underReview("rows-second");
        look("staff/inbox");
        List<String> twice = shown("inbox");
        assertThat(twice).hasSize(once.size() + 1);
        assertThat(twice.get(twice.size() - 1)).contains(second.toString()).doesNotContain(first.toString());
    }

    @Test
    void another_session_is_another_look() {
        underReview("rows-session");
        openPages();
        look("staff/inbox");
        int before = shown("inbox").size();
        BrowserlessPages.close();
        openPages();
        look("staff/inbox");
        assertThat(shown("inbox")).hasSize(before + 1);
    }

    @Test
    void a_search_names_whom_it_found_by_their_ids() {
        TestFirm.Client client = firm.client("rows-found", null);
        firm.asStaff("clerk", () -> context.getBean(io.shouxin.record.PeopleSearch.class)
                .find(client.phone()));
        assertThat(details(EvidenceKind.SEARCHED, "search"))
                .last()
                .asString()
                .contains(client.id().toString())
                .doesNotContain(client.phone());
    }

    private RequestId underReview(String tag) {
        TestFirm.Client client = firm.client(tag, null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
        return id;
    }

    private void openPages() {
        BrowserlessPages.open(context, "io.shouxin.inbox.ui", "io.shouxin.request.ui.staff");
    }

    private void look(String address) {
        firm.asStaff("clerk", () -> {
            BrowserlessPages.go("staff/people");
            BrowserlessPages.go(address);
            return address;
        });
    }

    private List<String> shown(String list) {
        return details(EvidenceKind.VIEWED, list);
    }

    private List<String> details(EvidenceKind kind, String target) {
        UUID clerk = jdbc.sql("SELECT id FROM staff_account WHERE username = 'clerk'")
                .query(UUID.class)
                .single();
        return jdbc.sql("""
                        SELECT details::text FROM evidence_entry
                        WHERE kind = ? AND target_id = ? AND actor_id = ? ORDER BY ins
                        """)
                .params(kind.name(), target, clerk)
                .query(String.class)
                .list();
    }
}
