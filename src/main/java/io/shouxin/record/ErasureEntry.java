package io.shouxin.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One erasure, in ids and pseudonyms: enough to do it again on a database that came back from before it, and nothing that says who
 * it was (security-reliability D3).
 *
 * @param records ids of the records that were erased, by the person whose they were
 * @param anonymised those of them that stay in a count
 * @param marks what the erasure ledger keeps of it
 * @param ended those of whom nothing was left, under every id that they had
 */
public record ErasureEntry(
        UUID id,
        Instant at,
        UUID caseId,
        Map<UUID, Set<UUID>> records,
        Set<UUID> anonymised,
        List<Mark> marks,
        Set<UUID> ended) {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    /** A row of the erasure ledger; the pseudonym in hexadecimal. */
    public record Mark(String kind, String pseudonym, String scope) {}

    public ErasureEntry {
        records = Map.copyOf(records);
        anonymised = Set.copyOf(anonymised);
        marks = List.copyOf(marks);
        // a line that was written before this was noted has none
        ended = ended == null ? Set.of() : Set.copyOf(ended);
    }

    public Set<UUID> recordIds() {
        return records.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** One line of JSON. */
    public String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An erasure cannot be written as JSON", e);
        }
    }

    /** @throws IllegalArgumentException if the line is none; without the line, which holds ids */
    public static ErasureEntry read(String line) {
        try {
            return JSON.readValue(line, ErasureEntry.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not an entry of the record of erasures");
        }
    }
}
