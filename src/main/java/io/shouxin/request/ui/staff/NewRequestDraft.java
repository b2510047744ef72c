package io.shouxin.request.ui.staff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.record.Category;
import io.shouxin.request.Channel;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that somebody has begun to enter for a client.
 *
 * @param key makes the sending of this very draft count once
 * @param subject who was chosen; null for nobody yet, or somebody whom the firm does not know
 * @param unknown whether somebody whom the firm does not know was chosen
 * @param received the day as an ISO date; null where the field was emptied
 */
record NewRequestDraft(
        String key,
        @Nullable UUID subject,
        boolean unknown,
        String name,
        String phone,
        @Nullable Channel channel,
        @Nullable String received,
        boolean everything,
        Set<Category> categories,
        @Nullable UUID branch,
        String language,
        String note) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether there is anything in it that would be missed. */
    boolean begun() {
        return subject != null || unknown || channel != null || !note.isBlank();
    }

    String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft cannot be written as JSON", e);
        }
    }

    static NewRequestDraft read(String json) {
        try {
            return JSON.readValue(json, NewRequestDraft.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft is not readable JSON");
        }
    }
}
