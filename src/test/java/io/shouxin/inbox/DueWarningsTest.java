package io.shouxin.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.shouxin.deadline.ClockView;
import io.shouxin.inbox.DueWarnings.Warned;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DueWarningsTest {

    private static final Actor CLERK =
            new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "陈静", Set.of(Role.STAFF), Set.of());

    @Test
    void a_case_is_warned_of_once_and_by_the_task_that_is_the_persons_own() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        Warned officers = warned(one, Role.PRIVACY_OFFICER, 100);
        Warned own = warned(one, Role.STAFF, 100);
        Warned elsewhere = warned(other, Role.STAFF, 75);
        assertThat(DueWarnings.onePerCase(List.of(officers, own, elsewhere), CLERK))
                .containsExactly(own, elsewhere);
        assertThat(DueWarnings.onePerCase(List.of(own, officers, elsewhere), CLERK))
                .containsExactly(own, elsewhere);
    }

    private static Warned warned(UUID caseId, Role role, int share) {
        InboxTask task = new InboxTask(
                UUID.randomUUID(),
                "review-decisions",
                "review-decisions",
                caseId,
                "SC-2026-000482",
                "DELETION",
                "PORTAL",
                null,
                UUID.randomUUID(),
                role.name(),
                null,
                LocalDate.of(2026, 12, 14),
                false,
                false,
                false,
                false,
                Instant.parse("2026-11-23T01:12:00Z"));
        return new Warned(task, mock(ClockView.class), share);
    }
}
