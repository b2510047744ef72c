package io.shouxin.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The head of an answer (C-3: case number, dates, request type, identity check).
 *
 * @param requestType what was asked, in words of the letter's language
 * @param identityCheck how the identity was checked and with which result, in words; null if it never was
 * @param certificateNumber the certificate that proves the erasure; null if there is none
 * @param scope what the request covers, in words, where the client chose some of it; null if everything
 * @param caseFileKeptUntil until when the case file itself is kept (its own key and retention); null to leave it out
 * @param caseFileSource the legal source of keeping the case file
 */
public record CaseFacts(
        String caseNumber,
        String requestType,
        LocalDate receivedOn,
        LocalDate decidedOn,
        @Nullable String identityCheck,
        @Nullable String certificateNumber,
        @Nullable String scope,
        @Nullable LocalDate caseFileKeptUntil,
        String caseFileSource) {

    public CaseFacts {
        Required.text("caseNumber", caseNumber);
        Required.text("requestType", requestType);
        if (decidedOn.isBefore(receivedOn)) {
            throw new IllegalArgumentException("decidedOn must not be before receivedOn");
        }
    }
}
