package io.shouxin.request;

import java.util.Optional;

/** Papers with a code that are no answer to a request; implemented by the modules above that issue them. */
public interface PapersElsewhere {

    /** What anybody who holds the paper with this code may know of it. */
    Optional<RequestReader.Verified> find(String code);
}
