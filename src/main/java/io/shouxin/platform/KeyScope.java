package io.shouxin.platform;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Whose data a key protects. Keys are cut by scope so that erasing a person, an import or a case is the destruction of one
 * key (architecture.md, "Keys by scope").
 */
public record KeyScope(Kind kind, UUID id) {

    public enum Kind {
        /** One data subject's records. */
        SUBJECT,
        /** An upload and its rejected rows, which belong to no person yet. */
        IMPORT,
        /** A case file: contact for the answer, note, letter, certificate. */
        CASE,
        /** What somebody entered and has not sent yet: a member of the firm, or whoever asks for another person on the portal. */
        DRAFT,
        /** The firm's own secrets; lives as long as the firm. */
        FIRM
    }

    public static KeyScope subject(UUID id) {
        return new KeyScope(Kind.SUBJECT, id);
    }

    public static KeyScope caseFile(UUID id) {
        return new KeyScope(Kind.CASE, id);
    }

    public static KeyScope upload(UUID importId) {
        return new KeyScope(Kind.IMPORT, importId);
    }

    /** Rejected rows outlive the upload they came from, so they have a key of their own. */
    public static KeyScope rejects(UUID importId) {
        return new KeyScope(Kind.IMPORT, named("rejects:" + importId));
    }

    public static KeyScope draft(UUID id) {
        return new KeyScope(Kind.DRAFT, id);
    }

    public static KeyScope firm(String purpose) {
        return new KeyScope(Kind.FIRM, named("firm:" + purpose));
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
