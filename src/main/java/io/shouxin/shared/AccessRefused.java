package io.shouxin.shared;

/** The actor may not do this. Answered as 404 where the thing's existence is itself a secret (OWASP ASVS 8.2.2). */
public class AccessRefused extends RuntimeException {

    public AccessRefused(String what) {
        super(what);
    }
}
