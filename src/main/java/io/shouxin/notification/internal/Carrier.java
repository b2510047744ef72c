package io.shouxin.notification.internal;

import java.util.Optional;

/** Hands messages over to one provider or server. It never throws for what the other side does. */
interface Carrier {

    Handover send(Parcel parcel);

    /** Whether the other side sends what has the same key only once. */
    default boolean recognisesRepeats() {
        return false;
    }

    /** Whether the other side can be asked for a message by its key. */
    default boolean canLookUp() {
        return false;
    }

    /** The provider's number of the message if it was taken; empty if it does not know it, or cannot say. */
    default Optional<String> find(Parcel parcel) {
        return Optional.empty();
    }
}
