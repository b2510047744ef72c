package io.shouxin.document;

import java.util.List;

/**
 * Where the client can turn to (PIPL 50, 65). The right to sue needs no data and is always printed.
 *
 * @param internalReview who in the firm looks at the case again, how and by when
 * @param authorities offices that take complaints, such as the local 网信办 and the trade's supervisor, with contact
 */
public record Remedies(String internalReview, List<String> authorities) {

    public Remedies {
        Required.text("internalReview", internalReview);
        authorities = List.copyOf(authorities);
    }
}
