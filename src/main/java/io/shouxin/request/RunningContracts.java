package io.shouxin.request;

import java.util.Set;
import java.util.UUID;

/** What a contract that still runs needs: a restriction stops the use of everything else (PIPL 13(1)2, 47(2)). */
public interface RunningContracts {

    /** Ids of the person's records that may be used to perform a contract now, also while their deletion is asked for. */
    Set<UUID> usable(UUID subject);
}
