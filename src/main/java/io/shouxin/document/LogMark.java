package io.shouxin.document;

import java.time.Instant;

/**
 * The newest signed state of the evidence log when a paper was issued: who keeps it can show later that the log only grew since. It
 * need not hold what the paper is about: that may have been entered after it was signed.
 *
 * @param origin which log
 * @param size how many entries it had
 * @param root its root hash, in hexadecimal
 * @param signedAt when that state was signed
 */
public record LogMark(String origin, long size, String root, Instant signedAt) {

    public LogMark {
        Required.text("origin", origin);
        Required.count("size", size);
        Required.text("root", root);
    }
}
