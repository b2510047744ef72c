package io.shouxin.request.internal;

import io.shouxin.deadline.Clocks;
import io.shouxin.inbox.TaskKind;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.InvalidInput;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the tasks of a deletion case have in common. */
abstract class CaseTask implements TaskKind {

    private final Requests requests;
    private final Clocks clocks;

    CaseTask(Requests requests, Clocks clocks) {
        this.requests = requests;
        this.clocks = clocks;
    }

    @Override
    public Context context(UUID caseId) {
        SubjectRequest request = requests.get(new RequestId(caseId));
        boolean waiting = request.status() == RequestStatus.AWAITING_PROOF;
        return new Context(
                label(request),
                request.reference(),
                request.type().name(),
                request.channel().name(),
                request.subjectId(),
                request.branchId(),
                waiting ? request.proofDueOn() : dueOn(caseId),
                waiting);
    }

    @Override
    public void lock(UUID caseId) {
        requests.lock(new RequestId(caseId));
    }

    /** What the lists call this task of this case. */
    String label(SubjectRequest request) {
        return key();
    }

    private @Nullable LocalDate dueOn(UUID caseId) {
        return clocks.dueOn(caseId).orElse(null);
    }

    /** A field that must be there. */
    static String required(Map<String, Object> fields, String name) {
        String value = optional(fields, name);
        if (value.isBlank()) {
            throw new InvalidInput("/" + name, "request.error.fieldMissing." + name);
        }
        return value;
    }

    static String optional(Map<String, Object> fields, String name) {
        Object value = fields.get(name);
        return value == null ? "" : value.toString();
    }

    static <E extends Enum<E>> E constant(Class<E> type, Map<String, Object> fields, String name) {
        String value = required(fields, name);
        try {
            return Enum.valueOf(type, value);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("/" + name, "request.error.valueUnknown", value.length() > 40 ? "…" : value);
        }
    }
}
