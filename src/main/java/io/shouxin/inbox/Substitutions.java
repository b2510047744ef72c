package io.shouxin.inbox;

import java.util.Set;
import java.util.UUID;

/** Who stands in for whom; implemented where the accounts are. */
public interface Substitutions {

    /** The colleagues who are away today and whose tasks this account takes. */
    Set<UUID> absentFor(UUID substitute);

    /** Everybody who is away today. */
    Set<UUID> awayToday();
}
