package io.shouxin.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The receipt of a request: number, promised date and what happens next. Words given here are in the receipt's language.
 *
 * @param requestType what was asked, in words
 * @param applicant the client, masked
 * @param channel how the request came in, in words
 * @param promisedBy the day on which the answer is due; null while the client owes something and no time runs
 * @param proofDueOn the day by which the client is asked for what they owe, if anything
 * @param howCounted one sentence: from which day, which limit, which days do not count
 * @param note whether the client wrote something, without the words: a receipt names nobody and others may read it; empty if not
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
        @Nullable LocalDate promisedBy,
        @Nullable LocalDate proofDueOn,
        String howCounted,
        String note,
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
