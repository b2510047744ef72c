package io.shouxin.platform.backup;

import java.time.Instant;

/**
 * The database came back from a back-up and works again for the first time, within a transaction: what was given out between the
 * back-up and its end is not known to it.
 *
 * @param state how old the restored state is
 */
public record DatabaseRestored(Instant state) {}
