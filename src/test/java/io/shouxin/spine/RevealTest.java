package io.shouxin.spine;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import io.shouxin.request.Channel;
import io.shouxin.request.PersonReveal;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestStatus;
import io.shouxin.testing.BrowserlessPages;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person is offered unmasked only as long as there is something to show. */
@SpringBootTest
@Import(TestFirm.class)
@ExtendWith(BrowserlessPages.class)
class RevealTest {

    private final ApplicationContext context;
    private final TestFirm firm;
    private final Desks desks;
    private final PersonReveal reveal;
    private final JdbcClient jdbc;

    @Autowired
    RevealTest(ApplicationContext context, TestFirm firm, PersonReveal reveal, JdbcClient jdbc) {
        this.context = context;
        this.firm = firm;
        this.desks = Desks.of(context);
        this.reveal = reveal;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void a_case_offers_its_person_and_daily_work_does_not_while_it_runs() {
        TestFirm.Client client = firm.client("reveal-open", null);
        assertThat(offered("staff/people/" + client.id())).isTrue();
        RequestId id = submit(client);
        desks.awaitStatus(id, client.id(), RequestStatus.REVIEW);
        assertThat(offered("staff/cases/" + id)).isTrue();
        assertThat(offered("staff/people/" + client.id())).isFalse();
    }

    @Test
    void a_closed_case_offers_the_contact_that_its_file_keeps_for_as_long_as_it_keeps_it() {
        TestFirm.Client client = firm.client("reveal-closed", null);
        RequestId id = submit(client);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        desks.closed(id, client.id());
        assertThat(offered("staff/cases/" + id)).isTrue();
        assertThat(firm.asStaff("clerk", () -> reveal.ofCase(id)).phones()).containsExactly(client.phone());

        jdbc.sql("DELETE FROM case_text WHERE case_id = ? AND kind IN ('CONTACT_NAME', 'CONTACT_PHONE')")
                .param(id.value())
                .update();
        assertThat(offered("staff/cases/" + id)).isFalse();
    }

    @Test
    void a_case_of_somebody_who_gave_neither_name_nor_number_offers_nobody() {
        RequestId id = desks.enter(
                "clerk", DeletionWish.ofSomebody("某人", Channel.LETTER).saying("请删除"));
        assertThat(offered("staff/cases/" + id)).isTrue();
        jdbc.sql("DELETE FROM case_text WHERE case_id = ? AND kind = 'CONTACT_NAME'")
                .param(id.value())
                .update();
        assertThat(offered("staff/cases/" + id)).isFalse();
    }

    @Test
    void a_person_of_whom_only_stored_records_are_left_is_not_offered_for_daily_work() {
        TestFirm.Client client = firm.client("reveal-kept", LocalDate.of(2026, 3, 15));
        RequestId id = submit(client);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        desks.decide(id, "second", "second-review", Map.of("outcome", "APPROVED"));
        desks.closed(id, client.id());
        assertThat(firm.asStaff("clerk", () -> reveal.ofPerson(client.id())).isEmpty())
                .isTrue();
        assertThat(offered("staff/people/" + client.id())).isFalse();
    }

    private RequestId submit(TestFirm.Client client) {
        return desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
    }

    private boolean offered(String address) {
        return firm.asStaff("clerk", () -> {
            BrowserlessPages.open(context, "io.shouxin.inbox.ui", "io.shouxin.request.ui.staff");
            BrowserlessPages.go(address);
            assertThat(BrowserlessPages.text()).doesNotContain("没有这个页面");
            return !_find(Button.class, spec -> spec.withText("显示")).isEmpty();
        });
    }
}
