package io.shouxin.request;

import io.shouxin.shared.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last return of a case by a second person, and whether it still waits for the clerk. It does until the case is sent back to them or goes on
 * without them; a question to the client in between is no answer to the second person. A new look at the requester's authority is one.
 *
 * @param open whether the clerk owes the second person something
 * @param refusedWith the code with which the returned case was to be refused as a whole, null where its decisions were returned
 * @param decisionsChanged whether somebody has changed a decision since; each such change has its reason in the case file
 */
public record CaseReturn(boolean open, @Nullable String refusedWith, boolean decisionsChanged) {

    private static final List<String> ANSWERS = List.of("APPROVED", "REFUSED");

    /** @param events in the order in which they happened */
    public static CaseReturn of(List<CaseEvent> events) {
        boolean open = false;
        boolean changed = false;
        String refusedWith = null;
        for (CaseEvent event : events) {
            switch (event.kind()) {
                case RETURNED -> {
                    open = true;
                    changed = false;
                    refusedWith = event.detail();
                }
                case REVIEWED -> open &= !ANSWERS.contains(event.detail());
                case AUTHORITY_CONFIRMED, AUTHORITY_REFUSED -> open = false;
                case DECISION_CHANGED -> changed |= event.actor() == Actor.Kind.STAFF;
                default -> {}
            }
        }
        return new CaseReturn(open, refusedWith, open && changed);
    }
}
