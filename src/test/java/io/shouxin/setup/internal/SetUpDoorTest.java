package io.shouxin.setup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.ShouxinApplication;
import io.shouxin.platform.KeyBackup;
import io.shouxin.platform.KeyBackup.Verdict;
import io.shouxin.platform.database.DatabaseAccess;
import io.shouxin.setup.SetUp;
import io.shouxin.setup.SetUpAnswers;
import io.shouxin.setup.SetUpDoor;
import io.shouxin.setup.SetUpStep;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Sector;
import io.shouxin.testing.EveryTable;
import io.shouxin.testing.SetClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who gets in to set the firm up, and what is kept of an unfinished set-up. There is no firm in this database. */
@SpringBootTest(classes = ShouxinApplication.class, properties = "shouxin.testing.stage=set-up-door")
@Import(SetUpStage.class)
class SetUpDoorTest {

    private final SetUpDoor door;
    private final SetUp setUp;
    private final ConsoleLink link;
    private final NoFirmYet gate;
    private final SetUpStage.Console console;
    private final KeyBackup backup;
    private final DatabaseAccess database;
    private final JdbcClient jdbc;
    private final SetClock clock;
    private final String browser = "browser-" + UUID.randomUUID();

    @Autowired
    SetUpDoorTest(
            SetUpDoor door,
            SetUp setUp,
            ConsoleLink link,
            NoFirmYet gate,
            SetUpStage.Console console,
            KeyBackup backup,
            DatabaseAccess database,
            JdbcClient jdbc,
            SetClock clock) {
        this.door = door;
        this.setUp = setUp;
        this.link = link;
        this.gate = gate;
        this.console = console;
        this.backup = backup;
        this.database = database;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void the_console_says_in_both_languages_where_to_begin() {
        link.print();
        assertThat(console.printed().get(console.printed().size() - 1))
                .contains("守信还没有设置公司", "Shouxin has no firm yet", "60");
    }

    @Test
    void the_link_opens_once_and_gives_the_set_up_to_the_browser_that_used_it() {
        link.print();
        String secret = console.secret();
        assertThat(door.enter(secret, browser)).isTrue();
        assertThat(door.isHeldBy(browser)).isTrue();
        assertThat(door.enter(secret, "another browser")).isFalse();
        assertThat(door.isHeldBy("another browser")).isFalse();
        assertThatThrownBy(() -> setUp.answers("another browser")).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> setUp.keyCopy("another browser")).isInstanceOf(AccessRefused.class);
    }

    @Test
    void a_link_is_too_old_after_an_hour() {
        link.print();
        clock.advance(SetUpDoor.LIFE);
        assertThat(door.enter(console.secret(), browser)).isFalse();
        link.print();
        clock.advance(SetUpDoor.LIFE.minusSeconds(1));
        assertThat(door.enter(console.secret(), browser)).isTrue();
    }

    @Test
    void a_newer_link_replaces_the_older_one_and_takes_over_when_it_is_opened() {
        link.print();
        String older = console.secret();
        link.print();
        assertThat(door.enter(older, browser)).isFalse();
        assertThat(door.enter(console.secret(), browser)).isTrue();
        link.print();
        assertThat(door.isHeldBy(browser)).isTrue();
        assertThat(door.enter(console.secret(), "the next browser")).isTrue();
        assertThat(door.isHeldBy(browser)).isFalse();
    }

    @Test
    void a_guess_is_refused_and_logged() {
        link.print();
        int before = refusals();
        assertThat(door.enter("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", browser)).isFalse();
        assertThat(door.enter("", browser)).isFalse();
        assertThat(refusals()).isEqualTo(before + 2);
    }

    @Test
    void a_page_has_another_link_printed_once_a_minute() {
        link.print();
        assertThat(door.mayAskForLink()).isFalse();
        clock.advance(SetUpDoor.PAUSE);
        assertThat(door.mayAskForLink()).isTrue();
    }

    @Test
    void who_comes_back_after_a_restart_goes_on_where_they_were() {
        enter();
        setUp.keep(browser, answers -> answers.with(new SetUpAnswers.Name("安居房产", "示例路 1 号")));
        assertThat(setUp.answers(browser).missing()).contains(SetUpStep.CONTACT);

        link.print();
        assertThat(door.enter(console.secret(), "after the restart")).isTrue();
        SetUpAnswers kept = setUp.answers("after the restart");
        assertThat(kept.firm()).isEqualTo(new SetUpAnswers.Name("安居房产", "示例路 1 号"));
    }

    @Test
    void neither_answers_nor_secrets_lie_readable_in_the_database() {
        enter();
        setUp.keep(browser, answers -> answers.with(new SetUpAnswers.Contact("赵金丝雀", "021-5550 0199", "a@b.example")));
        setUp.keepAdministrator(browser, "canarymin", "赵金丝雀", "lantern-copper-meadow", true);
        assertThat(EveryTable.of(database))
                .doesNotContain("赵金丝雀", "021-5550 0199", "lantern-copper", browser, console.secret());
    }

    @Test
    void an_open_question_or_a_copy_that_was_never_tried_keeps_the_set_up_open() {
        enter();
        setUp.keep(browser, answers -> SetUpAnswers.NONE);
        assertThat(refusal(() -> setUp.finish(browser))).isEqualTo("setup.check.error.open");
        assertThat(jdbc.sql("SELECT count(*) FROM firm").query(Integer.class).single())
                .isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM staff_account")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void the_copy_of_the_keys_counts_once_it_was_tried() {
        enter();
        setUp.keep(browser, answers -> answers.withProof(null));
        assertThat(setUp.checkCopy(browser, "{}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Verdict.UNREADABLE);
        assertThat(setUp.checkCopy(browser, backup.place().toString())).isEqualTo(Verdict.THE_FILE_ITSELF);
        assertThat(setUp.checkCopy(browser, "\0")).isEqualTo(Verdict.NO_FILE);
        assertThat(setUp.answers(browser).provedEpoch()).isNull();
        assertThat(setUp.checkCopy(browser, setUp.keyCopy(browser))).isEqualTo(Verdict.OPENS);
        assertThat(setUp.answers(browser).provedEpoch()).isEqualTo(backup.currentEpoch());
    }

    @Test
    void what_cannot_be_an_answer_is_refused_at_its_field() {
        assertThat(refusal(() -> new SetUpAnswers.Name(" ", "x"))).isEqualTo("setup.firm.error.name");
        assertThat(refusal(() -> new SetUpAnswers.Contact("x", "abc", "a@b.example")))
                .isEqualTo("setup.contact.error.phone");
        assertThat(refusal(() -> new SetUpAnswers.Contact("x", "400-820-8820 转 1", "a@b")))
                .isEqualTo("setup.contact.error.email");
        assertThat(refusal(() -> SetUpAnswers.NONE.withPeople(0))).isEqualTo("setup.people.error");
        assertThat(refusal(() -> SetUpAnswers.NONE.withBranches(List.of()))).isEqualTo("setup.branches.error.none");
        SetUpAnswers.Shop shop = new SetUpAnswers.Shop("一店", Sector.BROKERAGE);
        assertThat(refusal(() -> SetUpAnswers.NONE.withBranches(List.of(shop, shop))))
                .isEqualTo("setup.branches.error.twice");
    }

    @Test
    void the_first_administrator_needs_a_good_password_and_the_pledge() {
        enter();
        assertThat(refusal(() -> setUp.keepAdministrator(browser, "boss", "老板", "lantern-copper-meadow", false)))
                .isEqualTo("identity.password.error.pledge");
        assertThat(refusal(() -> setUp.keepAdministrator(browser, "boss", "老板", "password1234", true)))
                .isEqualTo("identity.password.error.weak");
        assertThat(refusal(() -> setUp.keepAdministrator(browser, "老板", "老板", "lantern-copper-meadow", true)))
                .isEqualTo("identity.people.error.username");
    }

    @ParameterizedTest
    @CsvSource({"/", "/staff/inbox", "/staff/login", "/guide/deletion", "/no/such/page", "/setups"})
    void every_page_leads_to_the_one_that_says_that_there_is_no_firm(String path) throws Exception {
        assertThat(open(path).getRedirectedUrl()).isEqualTo("/setup");
    }

    @ParameterizedTest
    @CsvSource({"/setup", "/setup/firm", "/VAADIN/build/x.js", "/actuator/health", "/api/openapi.json", "/icons/x.svg"})
    void the_set_up_itself_and_what_is_no_page_pass(String path) throws Exception {
        assertThat(open(path).getRedirectedUrl()).isNull();
    }

    private void enter() {
        clock.advance(Duration.ofSeconds(1));
        link.print();
        assertThat(door.enter(console.secret(), browser)).isTrue();
    }

    private MockHttpServletResponse open(String path) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.addHeader("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        MockHttpServletResponse response = new MockHttpServletResponse();
        gate.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private int refusals() {
        return jdbc.sql("SELECT count(*) FROM evidence_entry WHERE kind = 'ACCESS_REFUSED' AND target_type = 'setup'")
                .query(Integer.class)
                .single();
    }

    private static String refusal(Runnable tried) {
        try {
            tried.run();
        } catch (InvalidInput refused) {
            return refused.textKey();
        }
        return "nothing was refused";
    }
}
