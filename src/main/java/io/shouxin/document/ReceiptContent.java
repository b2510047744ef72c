package io.shouxin.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The receipt of a request: number, promised date and what happens next. Words given here are in the receipt's language.
 *
 * @param requestType what was asked, in words
 * @param applicant the client, masked
 * @param channel how the request came in, in words
 * @param promisedBy the day on which the answer is due
 * @param howCounted one sentence: from which day, which limit, which days do not count
 * @param scope what the request covers
 * @param nextSteps what happens next, in order
 * @param complaints where to complain
 * @param trackingUrl the address behind the QR code; it must hold no personal data
 */
public record ReceiptContent(
        Letterhead letterhead,
        String caseNumber,
        String requestType,
        String applicant,
        String channel,
        Instant receivedAt,
        LocalDate promisedBy,
        String howCounted,
        List<String> scope,
        List<String> nextSteps,
        String complaints,
        String trackingUrl) {

    public ReceiptContent {
        Required.text("caseNumber", caseNumber);
        Required.text("requestType", requestType);
        Required.text("howCounted", howCounted);
        Required.text("trackingUrl", trackingUrl);
        scope = List.copyOf(scope);
        nextSteps = List.copyOf(nextSteps);
    }
}
