package io.shouxin.request.ui.staff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.request.RequestId;
import io.shouxin.request.StaffDrafts;
import io.shouxin.retention.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What staff entered about a case and have not sent yet, by person and case, for a day. It outlives the sheet, the page, the signing
 * out and a restart, and ends with the decision of the task. What is at hand lies in memory, all of it in {@link StaffDrafts}; what has ended
 * there has ended here.
 */
@Component
class CaseDrafts {

    private static final Logger LOG = LoggerFactory.getLogger(CaseDrafts.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<StaffDrafts.Place, Held> held = new ConcurrentHashMap<>();
    private final StaffDrafts store;
    private final Clock clock;

    CaseDrafts(StaffDrafts store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A draft at hand, and whether it lies in the store: one that has ended there has ended here. */
    private static final class Held {

        final CaseDraft draft;
        volatile boolean stored;
        volatile Instant changed;

        Held(CaseDraft draft, boolean stored, Instant changed) {
            this.draft = draft;
            this.stored = stored;
            this.changed = changed;
        }
    }

    private record Stored(Map<String, List<String>> fields, Map<UUID, Change> changes) {}

    private record Change(
            UUID id,
            Outcome outcome,
            @Nullable String until,
            @Nullable String code,
            String reason) {

        static Change of(PendingChanges.Change noted) {
            LocalDate until = noted.until();
            return new Change(
                    noted.id(), noted.outcome(), until == null ? null : until.toString(), noted.code(), noted.reason());
        }

        PendingChanges.Change noted() {
            return new PendingChanges.Change(id, outcome, until == null ? null : LocalDate.parse(until), code, reason);
        }
    }

    CaseDraft of(UUID person, RequestId request) {
        Instant now = clock.instant();
        held.values().removeIf(each -> each.changed.plus(StaffDrafts.KEPT).isBefore(now));
        return held.compute(new StaffDrafts.Place(person, request), (place, known) -> {
                    if (known != null && (!known.stored || store.find(place).isPresent())) {
                        return known;
                    }
                    return read(place, now);
                })
                .draft;
    }

    private Held read(StaffDrafts.Place place, Instant now) {
        CaseDraft draft = new CaseDraft(place.account());
        Optional<Stored> left = store.find(place).flatMap(json -> stored(place, json));
        left.ifPresent(found -> {
            Map<UUID, PendingChanges.Change> noted = new LinkedHashMap<>();
            found.changes().forEach((record, change) -> noted.put(record, change.noted()));
            draft.restore(found.fields(), noted);
        });
        Held fresh = new Held(draft, left.isPresent(), now);
        draft.onChange(() -> save(place, fresh));
        return fresh;
    }

    private void save(StaffDrafts.Place place, Held changed) {
        CaseDraft draft = changed.draft;
        changed.changed = clock.instant();
        if (draft.isEmpty()) {
            changed.stored = false;
            store.forget(place);
            return;
        }
        String content = written(draft);
        if (!changed.stored) {
            store.save(place, null, content);
            changed.stored = true;
        } else if (!store.saveAgain(place, null, content)) {
            draft.clear();
        }
    }

    private static String written(CaseDraft draft) {
        Map<UUID, Change> changes = new LinkedHashMap<>();
        draft.changes().all().forEach((record, change) -> changes.put(record, Change.of(change)));
        try {
            return JSON.writeValueAsString(new Stored(draft.values(), changes));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft cannot be written as JSON", e);
        }
    }

    /** What an earlier version of the product wrote may not be readable any more: then nothing was left, and the page opens. */
    private Optional<Stored> stored(StaffDrafts.Place place, String json) {
        try {
            return Optional.of(JSON.readValue(json, Stored.class));
        } catch (JsonProcessingException e) {
            LOG.warn("A draft of case {} is not readable and is given up", place.request());
            store.forget(place);
            return Optional.empty();
        }
    }
}
