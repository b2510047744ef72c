package io.shouxin.platform;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The place a ciphertext belongs to, bound to it as associated data so that it opens nowhere else. */
public record Cell(String table, String column, UUID row) {

    byte[] associatedData() {
        return (table + "|" + column + "|" + row).getBytes(StandardCharsets.UTF_8);
    }
}
