package io.shouxin.sweep;

import java.util.UUID;

/** Drives the process of a sweep; implemented by the workflow module, in the caller's transaction. */
public interface SweepWorkflow {

    void start(UUID sweep);
}
