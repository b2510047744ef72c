package io.shouxin.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.shouxin.shared.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Which passwords staff may choose: long, and hard to guess by lists, patterns and what everybody knows of the person. No rule about
 * kinds of characters, and none about changing it regularly (OWASP ASVS 6.2).
 */
@Component
public class PasswordRules {

    public static final int SHORTEST = 12;

    /** What the hash takes in, in bytes: the rest would be ignored. */
    public static final int LONGEST_BYTES = 72;

    /** Of 4; below it, a list of some hundred million guesses would hold the password. */
    private static final int GOOD = 3;

    /** Without letters and digits that look like each other. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private final SecureRandom random = new SecureRandom();

    /** Reads its lists of common passwords when the first one is chosen, not at the start. */
    private static final class Strength {

        static final Zxcvbn MEASURE = new Zxcvbn();
    }

    /**
     * @param known what an attacker would try first: names of the person and of the firm
     * @throws InvalidInput if it is too short, too long, or easily guessed
     */
    public void check(String password, List<String> known) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new InvalidInput("/password", "identity.password.error.short", SHORTEST);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new InvalidInput("/password", "identity.password.error.long", LONGEST_BYTES);
        }
        List<String> guesses = known.stream()
                .filter(word -> !word.isBlank())
                .map(String::strip)
                .toList();
        if (Strength.MEASURE.measure(password, guesses).getScore() < GOOD) {
            throw new InvalidInput("/password", "identity.password.error.weak");
        }
    }

    /** One to be read out or written on a slip of paper: four groups of four, some 79 bits. */
    public String make() {
        StringBuilder made = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            if (group > 0) {
                made.append('-');
            }
            for (int i = 0; i < GROUP; i++) {
                made.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
        }
        return made.toString();
    }
}
