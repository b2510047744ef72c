package io.shouxin.effect;

import java.util.UUID;

/** Something that must happen outside exactly once, identified by a key that the outside can recognise. */
public record Effect(UUID id, String key, String kind, UUID caseId, String target, State state) {

    public enum State {
        PLANNED,
        /** It was sent, or was about to be: ask the outside before sending again. */
        SENT_UNKNOWN,
        CONFIRMED
    }
}
