package io.shouxin.document;

/**
 * What stands at the foot of every page, so that whoever holds the paper can check it with the firm.
 *
 * @param code the code that a person types, such as {@code K7QM-2FXA-90BD}
 * @param url the address behind the QR code; it must hold no personal data
 */
public record Verification(String code, String url) {

    public Verification {
        Required.text("code", code);
        Required.text("url", url);
    }
}
