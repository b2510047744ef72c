package io.shouxin.deadline;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The numbers by which people know the cases whose dates move; implemented where the cases are. */
public interface CaseNames {

    /** A case that nobody knows is left out. */
    Map<UUID, String> referencesOf(Collection<UUID> cases);
}
