package io.shouxin.request;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the authority of requests for others: its requester their own, staff those of their branches. */
public interface Authorities {

    /**
     * The authority of a case, with what is asked for; empty where somebody asks for themselves.
     *
     * @throws io.shouxin.shared.NotFound if the case is none of the actor's
     */
    Optional<AuthorityView> of(RequestId request);

    /**
     * Everybody on file who could be meant by what the requester said, for the clerk who looks at the papers: people of whom one of the
     * clerk's branches holds something, and whoever the case is about already. Every search is written down.
     *
     * @throws io.shouxin.shared.NotFound if the case is none that the actor may work on
     */
    List<Meant> meant(RequestId request);

    /**
     * Somebody who could be meant.
     *
     * @param clients in whose records they stand, as a child stands in a parent's
     * @param otherParent whether they do, and nobody of those has the requester's number
     */
    record Meant(UUID subject, List<UUID> clients, boolean otherParent) {}
}
