package io.shouxin.evidence;

import java.security.SecureRandom;

/**
 * A promise about data that the log must not hold: SHA-256(salt ‖ data). With the salt and the data, anybody can check
 * what was meant; once the salt is destroyed, the hash says nothing about the person any more.
 */
public record Commitment(String name, byte[] salt, Hash hash) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_LENGTH = 32;

    /** Commits to the data under a new random salt. */
    static Commitment to(String name, byte[] personalData) {
        byte[] salt = new byte[SALT_LENGTH];
        RANDOM.nextBytes(salt);
        return new Commitment(name, salt, Hash.sha256(salt, personalData));
    }

    /** Whether the data is what was committed to. */
    public static boolean opens(byte[] salt, Hash hash, byte[] personalData) {
        return Hash.sha256(salt, personalData).equals(hash);
    }

    @Override
    public String toString() {
        return "Commitment[" + name + "]";
    }
}
