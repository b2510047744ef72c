package io.shouxin.notification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A password or key. It is kept sealed, and no screen, log or exception ever shows it. */
public record Secret(@JsonValue String value) {

    public static final Secret NONE = new Secret("");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Secret {}

    public boolean isEmpty() {
        return value.isEmpty();
    }

    /** This one, or the other where nothing was typed. */
    Secret or(Secret kept) {
        return isEmpty() ? kept : this;
    }

    @Override
    public String toString() {
        return "***";
    }
}
