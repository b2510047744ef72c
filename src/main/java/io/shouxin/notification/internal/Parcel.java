package io.shouxin.notification.internal;

import java.time.Instant;
import java.util.Map;

/**
 * One message on its way.
 *
 * @param key the same for every try of the same sending, so that a provider can recognise it
 * @param handedOverAt when it is, or was, handed over
 */
record Parcel(
        String key,
        String to,
        String subject,
        String text,
        String template,
        String language,
        Map<String, String> arguments,
        Instant handedOverAt) {

    @Override
    public String toString() {
        return "Parcel[" + key + "]";
    }
}
