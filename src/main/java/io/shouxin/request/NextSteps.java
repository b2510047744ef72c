package io.shouxin.request;

import io.shouxin.shared.Texts;
import java.util.List;
import java.util.stream.Stream;

/** What a client is told comes next, on the page of the receipt and in its PDF alike. */
public final class NextSteps {

    private NextSteps() {}

    public static List<String> of(SubjectRequest request, Texts texts) {
        return Stream.of(identity(request), "request.next.review", "request.next.erase", "request.next.answer")
                .map(key -> texts.get(key))
                .toList();
    }

    private static String identity(SubjectRequest request) {
        if (request.capacity().isForAnother()) {
            return "request.next.papers";
        }
        if (request.owesCall()) {
            return "request.next.call";
        }
        return request.proof() == Proof.STRONG ? "request.next.identityDone" : "request.next.identity";
    }
}
