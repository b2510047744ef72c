package io.shouxin.document;

import java.time.Instant;

/**
 * What one system did. There is no certificate before every system was searched again.
 *
 * @param verifiedAt when the system was searched again
 */
public record SystemErasure(String system, long rowsDeleted, Instant verifiedAt) {

    public SystemErasure {
        Required.text("system", system);
        Required.count("rowsDeleted", rowsDeleted);
    }
}
