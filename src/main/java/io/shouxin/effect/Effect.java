package io.shouxin.effect;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that must happen outside exactly once, identified by a key that the outside can recognise.
 *
 * @param caseId the case it belongs to; null for what belongs to none, such as a one-time code
 */
public record Effect(
        UUID id, String key, String kind, @Nullable UUID caseId, String target, State state) {

    public enum State {
        PLANNED,
        /** It was sent, or was about to be: ask the outside before sending again. */
        SENT_UNKNOWN,
        CONFIRMED
    }
}
