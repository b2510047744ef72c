package io.shouxin.request;

/** Drives the process of a request; implemented by the workflow module. Every call runs in the caller's transaction. */
public interface RequestWorkflow {

    /** Starts the deletion process of a request that has been received (or reopened). */
    void start(RequestId request);

    /**
     * The client brought proof of identity, or would rather be called back: the process looks again whether the proof suffices and,
     * if not, whose turn it is.
     */
    void proofReceived(RequestId request);

    /** The client takes the request back. Refused by the process once erasure has begun. */
    void cancel(RequestId request);

    /**
     * What decisions rest on has changed while people look at them: their tasks end, and the records are decided again. So they are
     * where a step that followed has failed for good and waits for its repair.
     *
     * @throws io.shouxin.shared.StateRefused if neither is so, because the process is just moving on
     */
    void factsChanged(RequestId request);

    /** Elements that have run and that run now, for the picture of the process; empty when history is gone. */
    ProcessTrace trace(RequestId request);
}
