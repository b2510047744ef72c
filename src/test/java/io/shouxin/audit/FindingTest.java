package io.shouxin.audit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.shared.StateRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FindingTest {

    private static final int ENTRIES = 7;

    @Test
    void an_open_finding_may_be_explained_dealt_with_or_given_to_the_officer() {
        for (Conclusion conclusion : Conclusion.values()) {
            assertThatCode(() -> finding(FindingState.OPEN).requireOpenFor(conclusion, ENTRIES))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void what_the_officer_follows_up_can_only_be_closed() {
        Finding finding = finding(FindingState.FOLLOW_UP);
        for (Conclusion conclusion : List.of(Conclusion.EXPLAINED, Conclusion.MEASURES)) {
            assertThatCode(() -> finding.requireOpenFor(conclusion, ENTRIES)).doesNotThrowAnyException();
        }
        refuses(finding, Conclusion.FOLLOW_UP, ENTRIES);
    }

    @Test
    void what_is_explained_or_dealt_with_stays_so() {
        for (FindingState closed : List.of(FindingState.EXPLAINED, FindingState.MEASURES)) {
            for (Conclusion conclusion : Conclusion.values()) {
                refuses(finding(closed), conclusion, ENTRIES);
            }
        }
    }

    @Test
    void nobody_concludes_more_than_they_have_read() {
        refuses(finding(FindingState.OPEN), Conclusion.EXPLAINED, ENTRIES - 1);
    }

    private static void refuses(Finding finding, Conclusion conclusion, int seen) {
        assertThatThrownBy(() -> finding.requireOpenFor(conclusion, seen)).isInstanceOf(StateRefused.class);
    }

    private static Finding finding(FindingState state) {
        Instant at = Instant.parse("2026-11-23T01:12:00Z");
        return new Finding(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "AT_NIGHT",
                0,
                "v1",
                LocalDate.of(2026, 11, 23),
                at,
                at,
                1,
                ENTRIES,
                Set.of(Act.ANY),
                Set.of(23),
                Set.of(),
                state);
    }
}
