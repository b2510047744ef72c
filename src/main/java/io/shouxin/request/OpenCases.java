package io.shouxin.request;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Whose data an open case is about, so that nothing else disposes of them meanwhile. */
public interface OpenCases {

    /** Those of these people who have an open case, or stand in the records of a client who has one. */
    Set<UUID> concerning(Collection<UUID> people);
}
