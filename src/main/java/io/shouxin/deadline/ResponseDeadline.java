package io.shouxin.deadline;

/** Port to the decision table {@code response-deadline}: which rule a request of a type falls under. */
public interface ResponseDeadline {

    /**
     * @param requestType code of the type, such as {@code DELETION}, or {@link Clocks#CLIENT_PROOF}
     * @param jurisdiction code of the law that applies, such as {@code CN}
     */
    DeadlineRule rule(String requestType, String jurisdiction);
}
