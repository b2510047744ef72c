package io.shouxin.request;

import io.shouxin.shared.Actor;
import java.util.List;

/**
 * Whether a second person's return of a case still waits for the clerk. It does until the case is sent back to them or goes on
 * without them; a question to the client in between is no answer to the second person.
 *
 * @param open whether the clerk owes the second person something
 * @param decisionsChanged whether somebody has changed a decision since; each such change has its reason in the case file
 */
public record CaseReturn(boolean open, boolean decisionsChanged) {

    private static final List<String> ANSWERS = List.of("APPROVED", "REFUSED");

    /** @param events in the order in which they happened */
    public static CaseReturn of(List<CaseEvent> events) {
        boolean open = false;
        boolean changed = false;
        for (CaseEvent event : events) {
            switch (event.kind()) {
                case RETURNED -> {
                    open = true;
                    changed = false;
                }
                case REVIEWED -> open &= !ANSWERS.contains(event.detail());
                case DECISION_CHANGED -> changed |= event.actor() == Actor.Kind.STAFF;
                default -> {}
            }
        }
        return new CaseReturn(open, open && changed);
    }
}
