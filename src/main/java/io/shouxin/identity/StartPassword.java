package io.shouxin.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A password that an administrator hands over. It is shown once, kept only hashed, and opens nothing but the page on which its owner
 * chooses one of their own (OWASP ASVS 6.4.1).
 */
public record StartPassword(UUID account, String password, Instant until) {

    @Override
    public String toString() {
        return "StartPassword[account=" + account + ", until=" + until + "]";
    }
}
