package io.shouxin.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the columns of a kind of list mean, kept under a name for the whole firm.
 *
 * @param headers the columns' headers, in the order of the list that it was made from
 */
public record ImportTemplate(UUID id, String name, List<String> headers, Instant createdAt) {

    public ImportTemplate {
        headers = List.copyOf(headers);
    }
}
