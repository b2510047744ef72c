package io.shouxin.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shouxin.inbox.BulkActs.Line;
import io.shouxin.inbox.HandOvers.Obstacle;
import io.shouxin.inbox.HandOvers.Outcome;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Many tasks at once, each for itself. */
class BulkActsTest {

    private static final UUID COLLEAGUE = UUID.randomUUID();
    private static final UUID HOLDER = UUID.randomUUID();

    private final Inbox inbox = mock(Inbox.class);
    private final HandOvers handOvers = mock(HandOvers.class);
    private final BulkActs bulk = new BulkActs(inbox, handOvers);

    @Test
    void a_row_that_breaks_says_so_and_those_behind_it_are_done() {
        Line breaks = fine("SC-1");
        Line gone = fine("SC-2");
        Line last = fine("SC-3");
        when(handOvers.handOver(breaks.task(), COLLEAGUE, HOLDER)).thenThrow(new IllegalStateException("broken"));
        when(handOvers.handOver(gone.task(), COLLEAGUE, HOLDER)).thenThrow(new NotFound("task", gone.task()));
        when(handOvers.handOver(last.task(), COLLEAGUE, HOLDER)).thenReturn(new Outcome(null, HOLDER));
        assertThat(bulk.run(List.of(breaks, gone, last), COLLEAGUE))
                .extracting(Line::reference, Line::obstacle)
                .containsExactly(tuple("SC-1", Obstacle.FAILED), tuple("SC-2", Obstacle.DONE), tuple("SC-3", null));
    }

    @Test
    void what_the_preview_said_cannot_be_done_is_not_tried() {
        Line held = new Line(UUID.randomUUID(), "SC-1", Obstacle.HELD, HOLDER);
        assertThat(bulk.run(List.of(held), null)).containsExactly(held);
        verify(handOvers, never()).handOver(any(), any(), any());
    }

    @Test
    void the_colleague_is_looked_up_once_for_all_and_a_hundred_are_enough() {
        when(inbox.get(any())).thenThrow(new NotFound("task", "any"));
        assertThat(bulk.preview(Collections.nCopies(BulkActs.MOST, UUID.randomUUID()), COLLEAGUE))
                .hasSize(BulkActs.MOST);
        verify(handOvers, times(1)).colleague(COLLEAGUE);
        assertThatThrownBy(() -> bulk.preview(Collections.nCopies(BulkActs.MOST + 1, UUID.randomUUID()), null))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo("inbox.bulk.many"));
    }

    private static Line fine(String reference) {
        return new Line(UUID.randomUUID(), reference, null, HOLDER);
    }
}
