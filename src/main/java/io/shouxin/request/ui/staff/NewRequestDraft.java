package io.shouxin.request.ui.staff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.deadline.DeadlineTexts;
import io.shouxin.record.Category;
import io.shouxin.request.Channel;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Dotted;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request that somebody has begun to enter for a client.
 *
 * @param key makes the sending of this very draft count once
 * @param subject who was chosen; null for nobody yet, or somebody whom the firm does not know
 * @param unknown whether somebody whom the firm does not know was chosen
 * @param others what somebody said who asks for another person; null for oneself
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
        String note,
        OthersForm.@Nullable Draft others) {

    private static final Logger LOG = LoggerFactory.getLogger(NewRequestDraft.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether there is anything in it that would be missed. */
    boolean begun() {
        return subject != null || unknown || channel != null || !note.isBlank() || others != null;
    }

    /** In which way it came, how far it is filled in and how much was noted: enough to know it again, and no name or number. */
    String described(Texts texts, DeadlineTexts dates) {
        return Dotted.line(List.of(
                channel == null ? texts.get("staff.new.draft.channel.none") : texts.label(channel),
                received == null
                        ? texts.get("staff.new.draft.received.none")
                        : texts.get("staff.new.draft.received", dates.shortDate(LocalDate.parse(received))),
                texts.get("staff.new.draft.who." + (subject != null ? "known" : unknown ? "unknown" : "nobody")),
                everything
                        ? texts.get("staff.new.scope.all")
                        : texts.get("staff.new.draft.categories", categories.size()),
                texts.get(
                        "staff.new.draft.note",
                        note.strip().codePointCount(0, note.strip().length()))));
    }

    String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft cannot be written as JSON", e);
        }
    }

    /** What was left; nothing if an earlier version of the product wrote it in a way that cannot be read any more. */
    static Optional<NewRequestDraft> read(String json) {
        try {
            return Optional.of(JSON.readValue(json, NewRequestDraft.class));
        } catch (JsonProcessingException e) {
            LOG.warn("A draft of a new request is not readable and is left alone");
            return Optional.empty();
        }
    }
}
