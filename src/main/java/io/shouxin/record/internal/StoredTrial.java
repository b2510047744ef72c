package io.shouxin.record.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.record.ImportTrial;
import java.io.IOException;

/** A dry run's result as it is kept, for encryption. */
final class StoredTrial {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredTrial() {}

    static byte[] json(ImportTrial trial) {
        try {
            return JSON.writeValueAsBytes(trial);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A dry run cannot be written as JSON", e);
        }
    }

    static ImportTrial of(byte[] json) {
        try {
            return JSON.readValue(json, ImportTrial.class);
        } catch (IOException e) {
            throw new IllegalStateException("A dry run is not readable JSON");
        }
    }
}
