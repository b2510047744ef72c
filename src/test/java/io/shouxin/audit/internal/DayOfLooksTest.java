package io.shouxin.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.audit.Act;
import io.shouxin.audit.UnusualRules;
import io.shouxin.audit.internal.DayOfLooks.Colleagues;
import io.shouxin.audit.internal.DayOfLooks.Found;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceView;
import io.shouxin.shared.ChinaTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the entries of a day are counted; the rules here are small ones of the test's own. */
class DayOfLooksTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final UUID ANNA = UUID.randomUUID();
    private static final UUID BERT = UUID.randomUUID();
    private static final UUID CASE = UUID.randomUUID();

    @Test
    void a_person_seen_several_times_is_one_person() {
        Found found = found(
                        rule(UnusualRules.Period.HOUR, Act.OPENED, 1),
                        viewed(9, 0, ANNA),
                        viewed(9, 5, ANNA),
                        viewed(9, 10, BERT))
                .get(0);
        assertThat(found.amount()).isEqualTo(2);
        assertThat(found.entries()).isEqualTo(3);
        assertThat(found.hours()).containsExactly(9);
    }

    @Test
    void an_hour_is_counted_by_itself_and_hours_that_go_beyond_are_one_finding() {
        assertThat(found(rule(UnusualRules.Period.HOUR, Act.OPENED, 1), viewed(9, 0, ANNA), viewed(10, 0, BERT)))
                .isEmpty();
        Found found = found(
                        rule(UnusualRules.Period.HOUR, Act.OPENED, 1),
                        viewed(9, 0, ANNA),
                        viewed(9, 1, BERT),
                        viewed(11, 0, ANNA),
                        viewed(11, 30, BERT),
                        viewed(12, 0, ANNA))
                .get(0);
        assertThat(found.amount()).as("both people, once each").isEqualTo(2);
        assertThat(found.entries()).isEqualTo(4);
        assertThat(found.hours()).containsExactly(9, 11);
        assertThat(found.first()).isEqualTo(at(9, 0));
        assertThat(found.last()).isEqualTo(at(11, 30));
    }

    @Test
    void the_hours_are_those_of_china() {
        EvidenceView late =
                entry(EvidenceKind.VIEWED, Instant.parse("2026-11-23T15:59:59Z"), ANNA, "subject", Map.of());
        assertThat(found(rule(UnusualRules.Period.HOUR, Act.ANY, 0), late)
                        .get(0)
                        .hours())
                .containsExactly(23);
    }

    @Test
    void rows_of_a_list_are_people_gone_through_and_not_people_opened() {
        EvidenceView list = entry(
                EvidenceKind.VIEWED,
                at(9, 0),
                null,
                "list",
                Map.of("rows", "3", "case.1", CASE + " " + UUID.randomUUID(), "subject.1", ANNA.toString()));
        assertThat(found(rule(UnusualRules.Period.HOUR, Act.LISTED, 2), list)
                        .get(0)
                        .amount())
                .isEqualTo(3);
        assertThat(found(rule(UnusualRules.Period.HOUR, Act.OPENED, 0), list)).isEmpty();
        assertThat(found(rule(UnusualRules.Period.HOUR, Act.ANY, 0), list)).isEmpty();
    }

    @Test
    void who_is_shown_unmasked_is_opened_too() {
        EvidenceView revealed = entry(EvidenceKind.REVEALED, at(9, 0), ANNA, "subject", Map.of());
        assertThat(found(rule(UnusualRules.Period.DAY, Act.REVEALED, 0), revealed))
                .hasSize(1);
        assertThat(found(rule(UnusualRules.Period.DAY, Act.OPENED, 0), revealed))
                .hasSize(1);
        assertThat(found(rule(UnusualRules.Period.DAY, Act.REVEALED, 0), viewed(9, 0, ANNA)))
                .isEmpty();
    }

    @Test
    void to_enter_a_client_of_another_branch_opens_them_and_reveals_nothing() {
        EvidenceView entered = entry(EvidenceKind.OTHER_BRANCH_ENTERED, at(9, 0), ANNA, "request", Map.of());
        assertThat(found(rule(UnusualRules.Period.DAY, Act.OPENED, 0), entered)).hasSize(1);
        assertThat(found(rule(UnusualRules.Period.DAY, Act.REVEALED, 0), entered))
                .isEmpty();
    }

    @Test
    void searches_and_files_are_counted_each_time() {
        EvidenceView search = entry(EvidenceKind.SEARCHED, at(9, 0), null, "people", Map.of("found", "0"));
        assertThat(found(rule(UnusualRules.Period.HOUR, Act.SEARCHED, 1), search, search)
                        .get(0)
                        .amount())
                .isEqualTo(2);
        EvidenceView file = entry(EvidenceKind.EXPORTED, at(9, 0), null, "import", Map.of("rows", "12"));
        assertThat(found(rule(UnusualRules.Period.DAY, Act.EXPORTED, 1), file, file)
                        .get(0)
                        .amount())
                .isEqualTo(2);
        EvidenceView rows = entry(EvidenceKind.VIEWED, at(9, 0), null, "import", Map.of());
        assertThat(found(rule(UnusualRules.Period.DAY, Act.OPENED, 0), rows)).isEmpty();
        assertThat(found(rule(UnusualRules.Period.DAY, Act.ANY, 0), rows)).hasSize(1);
    }

    @Test
    void a_colleague_among_the_people_is_told_by_mailbox_or_name() {
        Colleagues colleagues = new Colleagues(Set.of(ANNA), Set.of(BERT));
        assertThat(found(colleagues, rule(UnusualRules.Period.DAY, Act.COLLEAGUE_MAIL, 0), viewed(9, 0, ANNA)))
                .hasSize(1);
        assertThat(found(colleagues, rule(UnusualRules.Period.DAY, Act.COLLEAGUE_MAIL, 0), viewed(9, 0, BERT)))
                .isEmpty();
        assertThat(found(colleagues, rule(UnusualRules.Period.DAY, Act.COLLEAGUE_NAME, 0), viewed(9, 0, BERT)))
                .hasSize(1);
    }

    private static List<Found> found(UnusualRules rules, EvidenceView... entries) {
        return found(Colleagues.NONE, rules, entries);
    }

    private static List<Found> found(Colleagues colleagues, UnusualRules rules, EvidenceView... entries) {
        DayOfLooks day = new DayOfLooks(colleagues);
        List.of(entries).forEach(day::add);
        return day.found(rules, false);
    }

    private static UnusualRules rule(UnusualRules.Period period, Act act, int threshold) {
        UnusualRules.Rule rule = new UnusualRules.Rule("TEST_RULE", threshold, "");
        return new UnusualRules() {
            @Override
            public List<Rule> broken(Measure measure) {
                List<Rule> broken = new ArrayList<>();
                if (measure.period() == period && measure.act() == act && measure.amount() > threshold) {
                    broken.add(rule);
                }
                return broken;
            }

            @Override
            public List<Rule> all() {
                return List.of(rule);
            }

            @Override
            public String version() {
                return "test";
            }
        };
    }

    private static Instant at(int hour, int minute) {
        return ChinaTime.startOf(DAY).plusSeconds(hour * 3_600L + minute * 60L);
    }

    private static EvidenceView viewed(int hour, int minute, UUID person) {
        return entry(EvidenceKind.VIEWED, at(hour, minute), person, "subject", Map.of());
    }

    private static EvidenceView entry(
            EvidenceKind kind, Instant at, @Nullable UUID person, String target, Map<String, String> details) {
        return new EvidenceView(
                UUID.randomUUID(),
                null,
                at,
                kind.name(),
                "STAFF",
                UUID.randomUUID(),
                null,
                person,
                target,
                "x",
                null,
                details,
                Map.of());
    }
}
