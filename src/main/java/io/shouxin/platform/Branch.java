package io.shouxin.platform;

import io.shouxin.shared.Sector;
import io.shouxin.shared.Texts;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A branch (门店) of the firm; records belong to one, and staff see only those they are given.
 *
 * @param version whoever changes it names the version that they have seen
 * @param closedAt since when nothing new comes here; null while it is open
 */
public record Branch(
        UUID id,
        String name,
        Sector sector,
        int version,
        @Nullable Instant closedAt) {

    /** A new one. */
    public Branch(UUID id, String name, Sector sector) {
        this(id, name, sector, 0, null);
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    /** As pages show it: a closed one says so wherever its name stands. */
    public String label(Texts texts) {
        return isOpen() ? name : texts.get("ui.branch.closed", name);
    }
}
