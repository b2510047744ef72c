package io.shouxin.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as the inbox lists it. The engine's own id never leaves the inbox.
 *
 * @param kind key of its {@link TaskKind}
 * @param label names it in the list, see {@link TaskKind.Context}
 * @param assignee who has it in hand; of a task that is done, who decided it, null where it fell away
 * @param waiting true while the client owes something
 * @param returned whether the second person returned the case to this task
 */
public record InboxTask(
        UUID id,
        String kind,
        String label,
        UUID caseId,
        String caseReference,
        String caseType,
        String caseChannel,
        @Nullable UUID subjectId,
        UUID branchId,
        String candidateRole,
        @Nullable UUID assignee,
        @Nullable LocalDate dueOn,
        boolean waiting,
        boolean done,
        boolean escalated,
        boolean returned,
        Instant createdAt) {}
