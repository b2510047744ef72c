package io.shouxin.subject;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A data subject (个人). Holds no personal data: what is known of them lies in records under their key.
 *
 * @param erased true once everything about the person is gone; the id stays so that answers and evidence keep their meaning
 * @param mergedInto whom this person was found to be: everything about them lies there; null for nearly everybody
 * @param parted how often somebody who had been merged into this person went back
 */
public record Subject(
        UUID id, SubjectKind kind, boolean erased, @Nullable UUID mergedInto, int parted) {

    public Subject(UUID id, SubjectKind kind, boolean erased) {
        this(id, kind, erased, null, 0);
    }
}
