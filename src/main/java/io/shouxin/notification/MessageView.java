package io.shouxin.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message, without address and words.
 *
 * @param medium null where there was no way
 * @param failure why it is not sent, or why that is not known
 * @param providerCode the provider's own code for it, or ""
 * @param reference the provider's number of the message, or ""
 * @param settled how a person has seen to it, or null
 */
public record MessageView(
        UUID id,
        @Nullable UUID caseId,
        String template,
        @Nullable Medium medium,
        MessageState state,
        @Nullable Failure failure,
        String providerCode,
        String reference,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Settled settled,
        @Nullable UUID settledBy) {

    /** How a person has seen to a message that the portal could not, or not surely, send. */
    public enum Settled {
        /** The client was told by telephone, by letter or in person. */
        TOLD_OTHERWISE,
        /** The message arrived after all. */
        ARRIVED
    }

    public boolean needsSomebody() {
        return settled == null && state.needsSomebody();
    }
}
