package io.shouxin.request;

import java.util.List;

/**
 * The authority of a case as its requester and the staff see it. It says nothing of whether anybody was found in the files.
 *
 * @param asked what has to be shown
 * @param lookedAt whether a person has looked at papers before and asked for more
 */
public record AuthorityView(Authority authority, List<AskedNeed> asked, boolean lookedAt) {

    /** What nothing showed at the last look; everything before the first. */
    public List<AskedNeed> missing() {
        return Authority.missing(asked, authority.seen().keySet());
    }
}
