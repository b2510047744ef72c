package io.shouxin.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.shared.InvalidInput;
import io.shouxin.spine.Desks;
import io.shouxin.spine.TestFirm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What staff began lies in the database as ciphertext, for a day, and its key ends with it. */
@SpringBootTest
@Import(TestFirm.class)
class StaffDraftsTest {

    private static final String WORDS = "金丝雀😀请都删掉";

    private final StaffDrafts drafts;
    private final JdbcClient jdbc;
    private final TestFirm firm;
    private final RequestIntake intake;
    private final Desks desks;
    private final UUID account = UUID.randomUUID();

    @Autowired
    StaffDraftsTest(StaffDrafts drafts, JdbcClient jdbc, TestFirm firm, RequestIntake intake, BeanFactory beans) {
        this.drafts = drafts;
        this.jdbc = jdbc;
        this.firm = firm;
        this.intake = intake;
        this.desks = Desks.of(beans);
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void a_draft_is_its_persons_alone_and_nothing_of_it_is_stored_in_clear() {
        StaffDrafts.Place place = StaffDrafts.Place.entering(account);
        drafts.save(place, null, "first");
        drafts.save(place, null, WORDS);
        assertThat(drafts.find(place)).contains(WORDS);
        assertThat(drafts.find(new StaffDrafts.Place(place.id(), UUID.randomUUID(), null)))
                .isEmpty();
        assertThat(drafts.entered(UUID.randomUUID())).isEmpty();
        assertThat(drafts.find(new StaffDrafts.Place(account, new RequestId(UUID.randomUUID()))))
                .isEmpty();
        assertThat(new String(ciphertext(), StandardCharsets.UTF_8)).doesNotContain("金丝雀");
    }

    @Test
    void each_window_has_its_own_request_and_one_that_is_taken_over_is_written_by_the_new_window_alone() {
        StaffDrafts.Place first = StaffDrafts.Place.entering(account);
        StaffDrafts.Place second = StaffDrafts.Place.entering(account);
        drafts.save(first, null, "first");
        drafts.save(second, null, "second");
        drafts.save(new StaffDrafts.Place(account, new RequestId(UUID.randomUUID())), null, "of a case");
        assertThat(drafts.entered(account))
                .extracting(StaffDrafts.Entered::content)
                .containsExactlyInAnyOrder("first", "second");

        StaffDrafts.Entered taken = drafts.takeOver(first).orElseThrow();
        assertThat(taken.content()).isEqualTo("first");
        assertThat(drafts.saveAgain(first, null, "by the old window")).isFalse();
        assertThat(drafts.saveAgain(taken.place(), null, "by the new window")).isTrue();
        assertThat(drafts.takeOver(first)).as("only once").isEmpty();
        assertThat(drafts.takeOver(new StaffDrafts.Place(second.id(), UUID.randomUUID(), null)))
                .as("of somebody else")
                .isEmpty();
        assertThat(drafts.entered(account))
                .extracting(StaffDrafts.Entered::content)
                .containsExactlyInAnyOrder("by the new window", "second");
    }

    @Test
    void given_up_its_key_is_destroyed_and_the_log_says_so() {
        StaffDrafts.Place place = StaffDrafts.Place.entering(account);
        drafts.save(place, null, WORDS);
        UUID draft = draft();
        assertThat(keyLives(draft)).isTrue();
        drafts.forget(place);
        assertThat(drafts.find(place)).isEmpty();
        assertThat(keyLives(draft)).isFalse();
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM evidence_entry WHERE kind = 'KEY_DESTROYED' AND details ->> 'draft' = ?")
                        .param(draft.toString())
                        .query(Integer.class)
                        .single())
                .isOne();
        drafts.save(place, null, "anew");
        assertThat(drafts.find(place)).as("under another key").contains("anew");
    }

    @Test
    void after_a_day_it_is_no_longer_offered_and_then_purged_with_its_key() {
        StaffDrafts.Place place = StaffDrafts.Place.entering(account);
        drafts.save(place, null, WORDS);
        UUID draft = draft();
        drafts.purge();
        assertThat(drafts.find(place)).contains(WORDS);
        jdbc.sql("UPDATE staff_draft SET updated_at = updated_at - interval '24 hours 1 minute' WHERE id = ?")
                .param(draft)
                .update();
        assertThat(drafts.find(place)).isEmpty();
        assertThat(drafts.takeOver(place)).as("not by a page opened before").isEmpty();
        assertThat(drafts.saveAgain(place, null, "by a window left open")).isFalse();
        drafts.purge();
        assertThat(keyLives(draft)).isFalse();
        assertThat(jdbc.sql("SELECT count(*) FROM staff_draft WHERE id = ?")
                        .param(draft)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void it_goes_with_the_data_of_whom_it_is_about_and_with_the_case() {
        TestFirm.Client client = firm.client("drafted", null);
        StaffDrafts.Place entering = StaffDrafts.Place.entering(account);
        drafts.save(entering, client.id(), WORDS);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        StaffDrafts.Place deciding = new StaffDrafts.Place(account, id);
        drafts.save(deciding, null, WORDS);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        desks.closed(id, client.id());
        assertThat(drafts.find(entering)).isEmpty();
        assertThat(drafts.find(deciding)).isEmpty();
    }

    @Test
    void nothing_is_kept_about_somebody_whose_data_is_erased() {
        TestFirm.Client gone = firm.client("drafted-gone", null);
        TestFirm.Client other = firm.client("drafted-other", null);
        StaffDrafts.Place place = StaffDrafts.Place.entering(account);
        assertThat(drafts.save(place, other.id(), WORDS)).isTrue();
        RequestId id = desks.submit(gone, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
        desks.closed(id, gone.id());

        StaffDrafts.Place fresh = StaffDrafts.Place.entering(account);
        assertThat(drafts.save(fresh, gone.id(), WORDS)).isFalse();
        assertThat(drafts.find(fresh)).isEmpty();
        assertThat(drafts.find(place)).contains(WORDS);
        assertThat(drafts.saveAgain(place, gone.id(), WORDS))
                .as("begun about somebody else")
                .isFalse();
        assertThat(drafts.find(place)).isEmpty();
        assertThat(drafts.entered(account)).isEmpty();
    }

    @Test
    void a_draft_of_somebody_whose_data_is_erased_is_not_taken_over() {
        TestFirm.Client client = firm.client("drafted-taken", null);
        StaffDrafts.Place place = StaffDrafts.Place.entering(account);
        drafts.save(place, client.id(), WORDS);
        assertThat(drafts.takeOver(place)).isPresent();
        StaffDrafts.Place again = drafts.entered(account).get(0).place();
        jdbc.sql("UPDATE subject SET state = 'ERASED', erased_at = now() WHERE id = ?")
                .param(client.id())
                .update();
        assertThat(drafts.takeOver(again)).isEmpty();
    }

    @Test
    void a_decision_ends_what_anybody_began_about_the_case_without_any_page() {
        TestFirm.Client client = firm.client("decided-elsewhere", null);
        RequestId id = desks.submit(client, "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.task(id, "clerk", "review-decisions");
        StaffDrafts.Place mine = new StaffDrafts.Place(account, id);
        StaffDrafts.Place colleagues = new StaffDrafts.Place(UUID.randomUUID(), id);
        drafts.save(mine, null, WORDS);
        drafts.save(colleagues, null, WORDS);
        desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "ASK_CLIENT", "text", "请问包括子女信息吗？"));
        assertThat(drafts.find(mine)).isEmpty();
        assertThat(drafts.find(colleagues)).isEmpty();
        assertThat(desks.view(id, client.id()).request().erasureBeganAt())
                .as("and not with the data")
                .isNull();
    }

    @Test
    void a_decision_that_is_refused_ends_no_draft() {
        RequestId id = desks.submit(firm.client("refused-decision", null), "", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.task(id, "clerk", "review-decisions");
        StaffDrafts.Place mine = new StaffDrafts.Place(account, id);
        drafts.save(mine, null, WORDS);
        assertThatThrownBy(() -> desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "ASK_CLIENT")))
                .isInstanceOf(InvalidInput.class);
        assertThat(drafts.find(mine)).contains(WORDS);
    }

    @Test
    void the_log_says_which_records_of_a_client_staff_were_shown_before_a_request() {
        TestFirm.Client client = firm.client("previewed", null);
        List<UUID> records = firm.asStaff("clerk", () -> intake.preview(client.id(), null)).stream()
                .map(RecordDecision::recordId)
                .toList();
        assertThat(records).isNotEmpty();
        List<String> details = jdbc.sql("SELECT details::text FROM evidence_entry WHERE kind = 'VIEWED'"
                        + " AND target_type = 'list' AND target_id = 'request-preview' AND actor_kind = 'STAFF'")
                .query(String.class)
                .list();
        assertThat(details).anySatisfy(text -> assertThat(text)
                .contains(records.stream().map(UUID::toString).toArray(String[]::new)));
    }

    private byte[] ciphertext() {
        return jdbc.sql("SELECT ciphertext FROM staff_draft WHERE account_id = ?")
                .param(account)
                .query((rs, n) -> rs.getBytes(1))
                .single();
    }

    private UUID draft() {
        return jdbc.sql("SELECT id FROM staff_draft WHERE account_id = ?")
                .param(account)
                .query(UUID.class)
                .single();
    }

    private boolean keyLives(UUID draft) {
        return jdbc.sql("SELECT count(*) FROM keys.data_key"
                                + " WHERE scope_kind = 'DRAFT' AND scope_id = ? AND destroyed_at IS NULL")
                        .param(draft)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
