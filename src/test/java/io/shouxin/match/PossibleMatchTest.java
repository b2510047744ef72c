package io.shouxin.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.match.PossibleMatch.Found;
import io.shouxin.shared.StateRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PossibleMatchTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate UNTIL = TODAY.plusDays(30);

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final UUID clerk = UUID.randomUUID();
    private final PossibleMatch match = PossibleMatch.of(
            new Found(UUID.randomUUID(), "BD-2026-000001", first, second, UUID.randomUUID(), NOW, TODAY.plusDays(14)));

    @Test
    void a_person_and_themselves_are_no_pair() {
        assertThatThrownBy(() -> new Found(UUID.randomUUID(), "BD", first, first, UUID.randomUUID(), NOW, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void merged_it_knows_who_stays_and_who_became_part_of_them() {
        assertThat(match.absorbed()).isNull();
        match.merge(clerk, second, NOW, UNTIL);
        assertThat(match.status()).isEqualTo(MatchStatus.MERGED);
        assertThat(match.absorbed()).isEqualTo(first);
        assertThat(match.course().decidedBy()).isEqualTo(clerk);
    }

    @Test
    void only_one_of_the_two_can_stay() {
        assertThatThrownBy(() -> match.merge(clerk, UUID.randomUUID(), NOW, UNTIL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(match.status()).isEqualTo(MatchStatus.OPEN);
    }

    @Test
    void what_is_decided_is_not_decided_again() {
        match.keepApart(clerk, NOW);
        assertThat(match.status()).isEqualTo(MatchStatus.KEPT_APART);
        assertThatThrownBy(() -> match.merge(clerk, first, NOW, UNTIL)).isInstanceOf(StateRefused.class);
        assertThatThrownBy(() -> match.keepApart(clerk, NOW)).isInstanceOf(StateRefused.class);
        assertThatThrownBy(match::vanish).isInstanceOf(StateRefused.class);
        assertThatThrownBy(() -> match.undo(clerk, NOW, TODAY)).isInstanceOf(StateRefused.class);
    }

    @Test
    void a_merge_is_undone_on_its_last_day_and_not_on_the_next() {
        match.merge(clerk, first, NOW, UNTIL);
        assertThat(match.mayBeUndoneOn(UNTIL.plusDays(1))).isFalse();
        assertThatThrownBy(() -> match.undo(clerk, NOW, UNTIL.plusDays(1))).isInstanceOf(StateRefused.class);
        assertThat(match.status()).isEqualTo(MatchStatus.MERGED);
        match.undo(clerk, NOW, UNTIL);
        assertThat(match.status()).isEqualTo(MatchStatus.UNDONE);
        assertThatThrownBy(() -> match.undo(clerk, NOW, UNTIL)).isInstanceOf(StateRefused.class);
    }

    @Test
    void a_question_about_somebody_who_is_gone_ends_unanswered() {
        match.vanish();
        assertThat(match.status()).isEqualTo(MatchStatus.VANISHED);
        assertThatThrownBy(() -> match.merge(clerk, first, NOW, UNTIL)).isInstanceOf(StateRefused.class);
    }
}
