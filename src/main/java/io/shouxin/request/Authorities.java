package io.shouxin.request;

import java.util.Optional;

/** Reads the authority of requests for others: its requester their own, staff those of their branches. */
public interface Authorities {

    /**
     * The authority of a case, with what is asked for; empty where somebody asks for themselves.
     *
     * @throws io.shouxin.shared.NotFound if the case is none of the actor's
     */
    Optional<AuthorityView> of(RequestId request);
}
