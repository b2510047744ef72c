package io.shouxin.sweep;

import java.util.UUID;

/**
 * What the process of a sweep asks the domain to do, one method for each service step. Each may be called again after a crash and then
 * changes nothing twice.
 */
public interface SweepSteps {

    /** Sets apart the next part to be destroyed and plans its erasure. */
    void planBatch(UUID sweep);

    /**
     * Destroys the part that was set apart, but what something stands against by now.
     *
     * @return whether there is more
     */
    boolean destroyBatch(UUID sweep);

    /** Counts that nothing is left of what was destroyed. */
    void verify(UUID sweep);

    /** Issues the certificate and closes the sweep. */
    void certify(UUID sweep);

    /** Tells the privacy officer that a task of this sweep stands at its date. */
    void escalate(UUID sweep);
}
