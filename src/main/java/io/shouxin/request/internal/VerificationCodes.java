package io.shouxin.request.internal;

import io.shouxin.request.PaperCodes;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Codes by which anybody who holds a letter or certificate can check it: 60 random bits, easy to read and type. */
@Component
class VerificationCodes implements PaperCodes {

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String fresh() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** The certificate's number follows the case's. */
    String certificateNumber(String reference) {
        return "XH" + reference.substring(2);
    }
}
