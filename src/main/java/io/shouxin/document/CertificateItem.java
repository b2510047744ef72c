package io.shouxin.document;

/**
 * One category of what was destroyed, as a count.
 *
 * @param category the category in plain words
 * @param method how it was destroyed, in words: rows deleted, anonymised, …
 */
public record CertificateItem(String category, long records, String method) {

    public CertificateItem {
        Required.text("category", category);
        Required.count("records", records);
        Required.text("method", method);
    }
}
