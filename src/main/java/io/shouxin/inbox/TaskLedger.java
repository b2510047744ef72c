package io.shouxin.inbox;

import java.util.UUID;

/** Keeps the inbox's projection in step with the engine: called by the engine's task listener in its transaction. */
public interface TaskLedger {

    /**
     * @param kind id of the user task in the model, e.g. {@code review-decisions}
     * @param caseId business key of the process
     */
    void opened(String engineTask, String kind, UUID caseId);

    /** Somebody decided the task; its process goes on in the same transaction. */
    void decided(String engineTask, UUID by);

    /** The task was completed, or its process went another way; one that was decided is closed already. */
    void closed(String engineTask);
}
