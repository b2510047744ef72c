package io.shouxin.record;

import io.shouxin.shared.StateRefused;
import java.util.UUID;

/** Somebody else ended the claim meanwhile. */
public class ClaimEnded extends StateRefused {

    public ClaimEnded(UUID claim) {
        super("Claim", claim, "ended", "end");
    }
}
