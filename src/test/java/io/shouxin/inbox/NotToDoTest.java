package io.shouxin.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.shared.Actor;
import io.shouxin.shared.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of what is escalated to the privacy officer, which tasks are not theirs to do. */
class NotToDoTest {

    private static final UUID ME = UUID.randomUUID();
    private static final Actor OFFICER =
            new Actor(Actor.Kind.STAFF, ME, "officer", Set.of(Role.PRIVACY_OFFICER), Set.of());

    /** Somebody else's hand is wanted for the cases that the officer has touched. */
    private static final class Confirmation implements TaskKind {

        final Set<UUID> touched;
        final List<Set<UUID>> asked = new ArrayList<>();

        Confirmation(Set<UUID> touched) {
            this.touched = touched;
        }

        @Override
        public String key() {
            return "confirmation";
        }

        @Override
        public Role candidate() {
            return Role.REVIEWER;
        }

        @Override
        public Context context(UUID caseId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<UUID> decidable(Set<UUID> cases, Actor actor) {
            asked.add(cases);
            return cases.stream().filter(each -> !touched.contains(each)).collect(Collectors.toSet());
        }

        @Override
        public Map<String, String> decide(UUID caseId, Map<String, Object> fields, Actor actor) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void a_kind_is_asked_once_however_many_of_its_tasks_are_late() {
        InboxTask touched = task(null);
        InboxTask untouched = task(null);
        InboxTask inHand = task(ME);
        Confirmation kind = new Confirmation(Set.of(touched.caseId(), inHand.caseId()));

        assertThat(Inbox.notToDo(List.of(touched, untouched, inHand), Map.of(kind.key(), kind), OFFICER))
                .as("what the officer has in hand stays in their list")
                .containsExactly(touched.id());
        assertThat(kind.asked).containsExactly(Set.of(touched.caseId(), untouched.caseId()));
        assertThat(kind.mayDecide(touched.caseId(), OFFICER)).isFalse();
        assertThat(kind.mayDecide(untouched.caseId(), OFFICER)).isTrue();
    }

    private static InboxTask task(@Nullable UUID assignee) {
        return new InboxTask(
                UUID.randomUUID(),
                "confirmation",
                "confirmation",
                UUID.randomUUID(),
                "SC-2026-000482",
                "DELETION",
                "PORTAL",
                null,
                UUID.randomUUID(),
                "REVIEWER",
                assignee,
                null,
                false,
                false,
                true,
                false,
                Instant.parse("2026-11-23T01:12:00Z"));
    }
}
