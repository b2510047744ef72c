package io.shouxin.inbox;

import java.util.Map;

/** The engine behind the inbox; implemented by the workflow module. Runs in the caller's transaction. */
public interface TaskEngine {

    /**
     * Completes a task of the engine.
     *
     * @param engineTask the engine's own id, which never leaves the inbox
     * @param outcome codes only (e.g. {@code outcome=APPROVED}); never personal data
     */
    void complete(String engineTask, Map<String, String> outcome);
}
