package io.shouxin.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.shouxin.platform.Cell;
import io.shouxin.platform.DataKey;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The canonical form of a record's values: JSON with sorted keys, so that equal content has one fingerprint. */
final class RecordValues {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final TypeReference<TreeMap<String, String>> MAP = new TypeReference<>() {};

    private RecordValues() {}

    static String canonical(Map<String, String> values) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(values));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Values cannot be written as JSON", e);
        }
    }

    static byte[] seal(DataKey key, UUID record, Map<String, String> values) {
        return seal(key, record, canonical(values));
    }

    /** @param content the values in their canonical form */
    static byte[] seal(DataKey key, UUID record, String content) {
        return key.encrypt(content, cell(record));
    }

    static SortedMap<String, String> open(DataKey key, UUID record, byte[] ciphertext) {
        try {
            return JSON.readValue(key.decrypt(ciphertext, cell(record)), MAP);
        } catch (IOException e) {
            throw new IllegalStateException("The value of record " + record + " is not readable JSON");
        }
    }

    static Cell cell(UUID record) {
        return new Cell("record_value", "ciphertext", record);
    }
}
