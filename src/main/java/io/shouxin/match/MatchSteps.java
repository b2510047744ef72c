package io.shouxin.match;

import java.time.Instant;
import java.util.UUID;

/** What the process of a possible match asks the domain. */
public interface MatchSteps {

    /** When the day is over by which somebody is to have decided. */
    Instant dueAt(UUID match);

    /** Tells the privacy officer that the question stands at its date. */
    void escalate(UUID match);
}
