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
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What staff entered about a case and have not sent yet, by person and case, for a day. It outlives the sheet, the page, the signing
 * out and a restart, and is forgotten when the task is decided. What is at hand lies in memory, all of it in {@link StaffDrafts}.
 */
@Component
class CaseDrafts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<StaffDrafts.Place, Held> held = new ConcurrentHashMap<>();
    private final StaffDrafts store;
    private final Clock clock;

    CaseDrafts(StaffDrafts store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Held(CaseDraft draft, Instant opened) {}

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
        held.values().removeIf(each -> each.opened().plus(StaffDrafts.KEPT).isBefore(now));
        return held.compute(
                        new StaffDrafts.Place(person, request),
                        (place, known) -> new Held(known == null ? read(place) : known.draft(), now))
                .draft();
    }

    /** The task is decided: what anybody began about it serves nobody any more. */
    void forget(RequestId request) {
        held.forEach((place, each) -> {
            if (request.equals(place.request())) {
                each.draft().clear();
            }
        });
        store.forgetAll(request);
    }

    private CaseDraft read(StaffDrafts.Place place) {
        CaseDraft draft = new CaseDraft(place.account());
        store.find(place).ifPresent(json -> {
            Stored left = stored(json);
            Map<UUID, PendingChanges.Change> noted = new LinkedHashMap<>();
            left.changes().forEach((record, change) -> noted.put(record, change.noted()));
            draft.restore(left.fields(), noted);
        });
        draft.onChange(() -> save(place, draft));
        return draft;
    }

    private void save(StaffDrafts.Place place, CaseDraft draft) {
        if (draft.isEmpty()) {
            store.forget(place);
            return;
        }
        Map<UUID, Change> changes = new LinkedHashMap<>();
        draft.changes().all().forEach((record, change) -> changes.put(record, Change.of(change)));
        try {
            store.save(place, null, JSON.writeValueAsString(new Stored(draft.values(), changes)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft cannot be written as JSON", e);
        }
    }

    private static Stored stored(String json) {
        try {
            return JSON.readValue(json, Stored.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft is not readable JSON");
        }
    }
}
