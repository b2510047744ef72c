package io.shouxin.notification.internal;

import java.util.Map;

/**
 * Address and words of a message, as they are kept: ciphertext under the key of its scope.
 *
 * @param subject of a mail
 * @param arguments by name, for providers that fill templates of their own
 */
record Envelope(String phone, String email, String subject, String text, Map<String, String> arguments) {

    @Override
    public String toString() {
        return "Envelope[***]";
    }
}
