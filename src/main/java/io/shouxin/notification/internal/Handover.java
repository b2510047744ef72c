package io.shouxin.notification.internal;

import io.shouxin.notification.Failure;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What became of a hand-over. In words of ours and codes of theirs; what a provider writes in words may name people. */
sealed interface Handover {

    /** @param reference the provider's number of the message, or "" */
    record Taken(String reference) implements Handover {
        public Taken {
            reference = Codes.clean(reference);
        }
    }

    /**
     * It certainly did not go out, or ({@link Failure#isUnknown}) nobody knows.
     *
     * @param code the provider's code, or ""
     * @param retryAfter how long the other side asks to be left alone, or null
     */
    record Failed(Failure failure, String code, @Nullable Duration retryAfter) implements Handover {
        public Failed {
            code = Codes.clean(code);
        }

        public Failed(Failure failure) {
            this(failure, "", null);
        }

        public Failed(Failure failure, String code) {
            this(failure, code, null);
        }
    }

    /** Codes and numbers of the other side, of which we keep only what has the form of one. */
    final class Codes {

        private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:<>@^-]{1,120}");
        private static final Pattern NUMBER_OF_A_PERSON = Pattern.compile("(?<!\\d)(\\+?86)?1[3-9]\\d{9}(?!\\d)");

        private Codes() {}

        static String clean(String code) {
            return CODE.matcher(code).matches()
                            && !NUMBER_OF_A_PERSON.matcher(code).find()
                    ? code
                    : "";
        }
    }
}
