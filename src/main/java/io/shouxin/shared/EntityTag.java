package io.shouxin.shared;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Tells states of a thing apart, so that nobody overwrites what they have not seen (RFC 9110, If-Match). */
public record EntityTag(String value) {

    /** The tag as it stands in a header. */
    public static EntityTag of(Object... state) {
        StringBuilder text = new StringBuilder("\"");
        for (Object part : state) {
            text.append(text.length() > 1 ? "-" : "").append(part);
        }
        return new EntityTag(text.append('"').toString());
    }

    /**
     * @param ifMatch the header as the caller sent it; null demands nothing
     * @throws ProblemFound if the caller has seen another state
     */
    public void require(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return;
        }
        boolean seen = Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(value));
        if (!seen) {
            throw new ProblemFound(412, "changed-meanwhile");
        }
    }
}
