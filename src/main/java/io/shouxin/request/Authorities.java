package io.shouxin.request;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the authority of requests for others: its requester their own, staff those of their branches. */
public interface Authorities {

    /**
     * The authority of a case, with what is asked for; empty where somebody asks for themselves.
     *
     * @throws io.shouxin.shared.NotFound if the case is none of the actor's
     */
    Optional<AuthorityView> of(RequestId request);

    /**
     * Everybody of the whole firm who could be meant by what the requester said, for the clerk who looks at the papers, and whoever the
     * case is about already. Whoever shows them masks them; every search is written down.
     *
     * @throws io.shouxin.shared.NotFound if the case is none that the actor may work on
     */
    List<Meant> meant(RequestId request);

    /**
     * Corrects as whom the requester asks, while a person looks at the papers: what has to be shown is asked anew; the date of the answer
     * stays as it is.
     *
     * @param interest of a relative who has not said it yet, in their words; else empty
     * @throws io.shouxin.shared.NotFound if the case is none that the actor may work on
     * @throws io.shouxin.shared.InvalidInput if what is said does not go together, or a relative names no interest
     * @throws io.shouxin.shared.StateRefused if nobody looks at the papers now
     */
    void correct(RequestId request, Capacity capacity, @Nullable Ward ward, boolean lawyer, String interest);

    /**
     * Somebody who could be meant.
     *
     * @param clients in whose records they stand, as a child stands in a parent's
     * @param otherParent whether they do, and nobody of those has the requester's number
     */
    record Meant(UUID subject, List<UUID> clients, boolean otherParent) {}

    /**
     * Whether the person in whose name an agent asks could be told of it: a number or an address of theirs is on file. For those who
     * handle the case.
     */
    boolean isReachable(RequestId id, UUID person);
}
