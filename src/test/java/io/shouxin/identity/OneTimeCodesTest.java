package io.shouxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.identity.OneTimeCodes.Answer;
import io.shouxin.identity.OneTimeCodes.Asked;
import io.shouxin.identity.OneTimeCodes.Tried;
import io.shouxin.notification.Messages;
import io.shouxin.platform.database.DatabaseAccess;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.EveryTable;
import io.shouxin.testing.SetClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a one-time code is good for, and for how long (OWASP ASVS 6.5, 6.6). */
@IdentityTest
class OneTimeCodesTest {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private static final int CROWD = 40;
    private static final String BROWSER = "the browser that asked";

    private final TestFirm firm;
    private final OneTimeCodes codes;
    private final Messages messages;
    private final SetClock clock;
    private final DatabaseAccess database;

    private final int person = PEOPLE.incrementAndGet();
    private final String phone = "137%08d".formatted(person);
    private final String address = "198.51.100." + person;

    @Autowired
    OneTimeCodesTest(TestFirm firm, OneTimeCodes codes, Messages messages, SetClock clock, DatabaseAccess database) {
        this.firm = firm;
        this.codes = codes;
        this.messages = messages;
        this.clock = clock;
        this.database = database;
    }

    @BeforeEach
    void open() {
        firm.open();
    }

    @Test
    void a_code_is_good_until_ten_minutes_are_over() {
        String code = asked();
        clock.advance(Duration.ofMinutes(10));
        assertThat(tried(code)).isEqualTo(Tried.RIGHT);
    }

    @Test
    void after_ten_minutes_the_right_code_is_dead() {
        String code = asked();
        clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(tried(code)).isEqualTo(Tried.EXPIRED);
    }

    /** More at once than there are connections: whoever holds one must not wait for another. */
    @Test
    void many_who_ask_at_once_all_get_their_code() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
        try {
            CyclicBarrier together = new CyclicBarrier(CROWD);
            List<Future<Asked>> answers = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                String number = "136%04d%04d".formatted(person, i);
                String from = "198.18." + person % 250 + "." + i;
                answers.add(crowd.submit(() -> {
                    together.await();
                    return codes.ask(number, false, BROWSER, from, "zh", null);
                }));
            }
            for (Future<Asked> answer : answers) {
                assertThat(answer.get(1, TimeUnit.MINUTES)).isEqualTo(Asked.SENT);
            }
        } finally {
            crowd.shutdownNow();
        }
    }

    @Test
    void a_code_lets_in_once() {
        String code = asked();
        assertThat(tried(code)).isEqualTo(Tried.RIGHT);
        assertThat(tried(code)).isEqualTo(Tried.EXPIRED);
    }

    @Test
    void the_fifth_wrong_try_ends_a_code_and_the_right_one_comes_too_late() {
        String code = asked();
        for (int left = 4; left > 0; left--) {
            assertThat(codes.check(phone, BROWSER, wrong(code))).isEqualTo(new Answer(Tried.WRONG, left));
        }
        assertThat(codes.check(phone, BROWSER, wrong(code))).isEqualTo(new Answer(Tried.TOO_MANY, 0));
        assertThat(tried(code)).isEqualTo(Tried.TOO_MANY);
    }

    @Test
    void the_right_code_lets_in_after_four_wrong_ones() {
        String code = asked();
        for (int i = 0; i < 4; i++) {
            tried(wrong(code));
        }
        assertThat(tried(code)).isEqualTo(Tried.RIGHT);
    }

    @Test
    void a_number_gets_three_codes_an_hour_wherever_they_are_asked_for() {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(phone, BROWSER + i, address + i)).isEqualTo(Asked.SENT);
        }
        assertThat(ask(phone, "another browser", "203.0.113." + person)).isEqualTo(Asked.TOO_MANY);
        assertThat(ask("136%08d".formatted(person), BROWSER, address)).isEqualTo(Asked.SENT);
    }

    @Test
    void a_code_is_no_use_in_another_browser_and_stays_good_in_its_own() {
        String code = asked();
        assertThat(codes.check(phone, "another browser", code).tried()).isEqualTo(Tried.EXPIRED);
        assertThat(tried(code)).isEqualTo(Tried.RIGHT);
    }

    @Test
    void a_code_is_no_use_for_another_number() {
        String code = asked();
        assertThat(codes.check("136%08d".formatted(person), BROWSER, code).tried())
                .isEqualTo(Tried.EXPIRED);
    }

    @Test
    void a_newer_code_ends_the_one_before() {
        String first = asked();
        String second = asked();
        if (!first.equals(second)) {
            assertThat(tried(first)).isEqualTo(Tried.WRONG);
        }
        assertThat(tried(second)).isEqualTo(Tried.RIGHT);
    }

    @Test
    void a_code_is_kept_as_a_hash_and_stands_in_no_table() {
        String code = asked();
        String tables = EveryTable.of(database);
        String hex = HexFormat.of().formatHex(code.getBytes(StandardCharsets.US_ASCII));
        assertThat(Pattern.compile("(?<![0-9A-Za-z.])" + code + "(?![0-9A-Za-z])")
                        .matcher(tables)
                        .find())
                .as("as a word; figures inside a hash or a fraction of a second are chance")
                .isFalse();
        assertThat(tables).as("in a binary column").doesNotContain(hex);
        assertThat(tried(code)).as("and yet it is known").isEqualTo(Tried.RIGHT);
    }

    private String asked() {
        assertThat(ask(phone, BROWSER, address)).isEqualTo(Asked.SENT);
        Matcher code = CODE.matcher(messages.newest(1).get(0).text());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    /** Each a second later than the one before, so that there is a newest one. */
    private Asked ask(String number, String browser, String from) {
        clock.advance(Duration.ofSeconds(1));
        return codes.ask(number, true, browser, from, "zh", null);
    }

    private Tried tried(String code) {
        return codes.check(phone, BROWSER, code).tried();
    }

    private static String wrong(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }
}
