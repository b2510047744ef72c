package io.shouxin.request;

/** Drives the process of a request; implemented by the workflow module. Every call runs in the caller's transaction. */
public interface RequestWorkflow {

    /** Starts the deletion process of a request that has been received (or reopened). */
    void start(RequestId request);

    /** The client or the staff brought proof of identity: the process looks again whether it suffices. */
    void proofReceived(RequestId request);

    /** The client takes the request back. Refused by the process once erasure has begun. */
    void cancel(RequestId request);

    /** Elements that have run and that run now, for the picture of the process; empty when history is gone. */
    ProcessTrace trace(RequestId request);
}
