package io.shouxin.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Keyed HMAC of a normalised value, so that a person is found without the value being stored. A blind index is itself
 * personal data and is deleted with the person (security-reliability D2).
 */
@Component
public class BlindIndex {

    private static final String INDEX = "blind-index";
    private static final String LEDGER = "erasure-ledger";

    private final FirmSecrets secrets;
    /** Ready with the key of each name; a copy of one is cheaper than a new one. */
    private final Map<String, Mac> ready = new ConcurrentHashMap<>();

    public BlindIndex(FirmSecrets secrets) {
        this.secrets = secrets;
    }

    /** For look-ups; the purpose keeps a phone and an identity number of the same digits apart. */
    public byte[] of(String purpose, String normalised) {
        return mac(INDEX, purpose + "|" + normalised);
    }

    /** For the erasure ledger, under a key of its own, so that the ledger cannot be joined with live data. */
    public byte[] pseudonym(String purpose, String normalised) {
        return mac(LEDGER, purpose + "|" + normalised);
    }

    /** For fingerprints of content, so that an import repeated does not double a record. */
    public byte[] fingerprint(String content) {
        return mac(INDEX, "fingerprint|" + content);
    }

    private byte[] mac(String name, String text) {
        try {
            Mac mac = (Mac) ready.computeIfAbsent(name, this::keyed).clone();
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("HMAC-SHA256 of this Java cannot be copied", e);
        }
    }

    private Mac keyed(String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.secret(name), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing from this Java", e);
        }
    }
}
