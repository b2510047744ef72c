package io.shouxin.request;

import io.shouxin.record.Category;
import io.shouxin.record.ContactForms;
import io.shouxin.shared.InvalidInput;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to register a request.
 *
 * @param subjectId the person, or null if the firm knows nobody of that name and number
 * @param categories what to delete, or null for everything
 * @param branchId where it was handed in; null to take the branch that holds most of the person's records
 * @param receipt when it truly came in; null if it comes in at this moment
 * @param note the client's own words, may be empty
 * @param contactName how to address the client; taken from the records when the person is known
 * @param contactPhone as typed; kept in the normal form, in which the client's sign-in compares it; may be empty
 * @param proof how the person was recognised so far, or null
 * @param callWanted whether the client would rather be called back than answer a question online
 * @param idempotencyKey the same key gives the same request
 * @param onBehalf what somebody says who asks for another person; the contact is then whoever asks. Null for oneself
 */
public record NewRequest(
        RequestType type,
        @Nullable UUID subjectId,
        @Nullable Set<Category> categories,
        Channel channel,
        @Nullable UUID branchId,
        @Nullable Receipt receipt,
        String note,
        String language,
        String contactName,
        String contactPhone,
        @Nullable ProofMethod proof,
        boolean callWanted,
        @Nullable String idempotencyKey,
        @Nullable OnBehalf onBehalf) {

    /** A request of the person themselves. */
    public NewRequest(
            RequestType type,
            @Nullable UUID subjectId,
            @Nullable Set<Category> categories,
            Channel channel,
            @Nullable UUID branchId,
            @Nullable Receipt receipt,
            String note,
            String language,
            String contactName,
            String contactPhone,
            @Nullable ProofMethod proof,
            boolean callWanted,
            @Nullable String idempotencyKey) {
        this(
                type,
                subjectId,
                categories,
                channel,
                branchId,
                receipt,
                note,
                language,
                contactName,
                contactPhone,
                proof,
                callWanted,
                idempotencyKey,
                null);
    }

    /** As whom it is asked. */
    public Capacity capacity() {
        return onBehalf == null ? Capacity.SELF : onBehalf.capacity();
    }

    /**
     * The true time of receipt.
     *
     * @param confirmed whether whoever enters it has looked again at a day that lies long ago, and it is right
     */
    public record Receipt(Instant at, boolean confirmed) {

        public static @Nullable Receipt of(@Nullable Instant at, boolean confirmed) {
            return at == null ? null : new Receipt(at, confirmed);
        }
    }

    /** The same of somebody whom the intake recognised; what was shown as proof was held against no file. */
    public NewRequest of(UUID recognised) {
        return new NewRequest(
                type,
                recognised,
                categories,
                channel,
                branchId,
                receipt,
                note,
                language,
                contactName,
                contactPhone,
                null,
                callWanted,
                idempotencyKey,
                onBehalf);
    }

    /**
     * @throws InvalidInput if the telephone number cannot be read: nobody could follow the case by it
     */
    public NewRequest {
        contactPhone = contactPhone.isBlank()
                ? ""
                : ContactForms.phone(contactPhone)
                        .orElseThrow(() -> new InvalidInput("/contactPhone", "request.error.phoneUnreadable"));
    }
}
