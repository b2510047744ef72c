package io.shouxin.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of an erasure (law.md C-6). It holds counts and references, never what was erased.
 *
 * @param caseReference a pseudonymous reference to the case
 * @param legalGround the ground of PIPL 47 and other sources, in words
 * @param holdCheck the result of the check for retention duties and seals, in words
 * @param approvers those who decided; two different people where something was kept
 * @param executor who or what carried it out
 * @param manifestHash the commitment to the list of what was to be destroyed, in hexadecimal
 * @param wrappingKeyEndsOn the day on which the wrapping key of the destroyed keys is replaced; null as the next
 * @param backupsUnusableFrom the day from which no backup can bring the data back; null if that is not yet certain
 * @param log the newest signed state of the evidence log, by which a certificate is dated; null before the first
 * @param exceptions what is left and why
 * @param confirmations confirmations of processors who deleted or returned data (PIPL 21)
 */
public record CertificateContent(
        Letterhead letterhead,
        Verification verification,
        String number,
        String caseReference,
        String legalGround,
        String holdCheck,
        List<CertificateItem> items,
        List<SystemErasure> systems,
        List<DestroyedKey> keys,
        List<StaffMark> approvers,
        StaffMark executor,
        Instant startedAt,
        Instant endedAt,
        Instant issuedAt,
        VerificationResult result,
        String manifestHash,
        @Nullable LocalDate wrappingKeyEndsOn,
        @Nullable LocalDate backupsUnusableFrom,
        @Nullable LogMark log,
        List<String> exceptions,
        List<String> confirmations) {

    public CertificateContent {
        Required.text("number", number);
        Required.text("caseReference", caseReference);
        Required.text("legalGround", legalGround);
        Required.text("manifestHash", manifestHash);
        items = List.copyOf(items);
        systems = List.copyOf(systems);
        keys = List.copyOf(keys);
        approvers = List.copyOf(approvers);
        exceptions = List.copyOf(exceptions);
        confirmations = List.copyOf(confirmations);
        if (endedAt.isBefore(startedAt)) {
            throw new IllegalArgumentException("endedAt must not be before startedAt");
        }
        if (result == VerificationResult.ONLY_EXCEPTIONS_LEFT && exceptions.isEmpty()) {
            throw new IllegalArgumentException("a certificate with exceptions names them");
        }
    }
}
