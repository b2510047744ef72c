package io.shouxin.request.ui;

import io.shouxin.request.RequestStatus;
import io.shouxin.request.SubjectRequest;

/** The last part of the keys of texts about where a case stands: who owes an answer does not owe proof, and their clock runs on. */
final class StatusName {

    private StatusName() {}

    static String of(SubjectRequest request) {
        return request.status() == RequestStatus.AWAITING_PROOF && request.proofDemanded()
                ? "AWAITING_ANSWER"
                : request.status().name();
    }
}
