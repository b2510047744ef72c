package io.shouxin.match;

import java.util.UUID;

/** The process of a possible match; implemented by the workflow module. Runs in the caller's transaction. */
public interface MatchWorkflow {

    void start(UUID match);

    /** One of the two is nobody to compare any more: the question ends unanswered. */
    void vanished(UUID match);
}
