package io.shouxin.request;

import java.util.UUID;

/** Identifies a data-subject request; the business key of its process. */
public record RequestId(UUID value) {

    public static RequestId of(String text) {
        return new RequestId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
