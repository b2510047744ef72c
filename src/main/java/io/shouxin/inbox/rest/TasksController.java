package io.shouxin.inbox.rest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.evidence.ShownRows;
import io.shouxin.inbox.Inbox;
import io.shouxin.inbox.InboxTask;
import io.shouxin.inbox.TaskQuery;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.DayParameter;
import io.shouxin.shared.EntityTag;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Page;
import io.shouxin.shared.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The inbox: tasks of the caller's branches and roles, for the privacy officer of every role; others do not exist for them. */
@RestController
@RequestMapping(path = "/api/v1/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize("hasAuthority('SCOPE_tasks')")
@Tag(name = "tasks")
class TasksController {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final Inbox inbox;
    private final ShownRows shown;
    private final CurrentActor current;
    private final ObjectMapper json;

    TasksController(Inbox inbox, ShownRows shown, CurrentActor current, ObjectMapper json) {
        this.inbox = inbox;
        this.shown = shown;
        this.current = current;
        this.json = json;
    }

    @GetMapping
    @Operation(
            operationId = "listTasks",
            summary = "The caller's tasks, next deadline first",
            description =
                    "assignee=me: what the caller has in hand; candidate=me: what the caller may take; both or none: all of these.")
    Page<TaskViews.Task> list(
            @Parameter(schema = @Schema(type = "string", allowableValues = "me"))
                    @RequestParam(required = false)
                    @Nullable String assignee,
            @Parameter(schema = @Schema(type = "string", allowableValues = "me"))
                    @RequestParam(required = false)
                    @Nullable String candidate,
            @Parameter(
                            description = "Only those due before this day (or time)",
                            schema = @Schema(type = "string", format = "date"))
                    @RequestParam(required = false)
                    @Nullable String dueBefore,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Locale locale) {
        Page.Wanted wanted = new Page.Wanted(page, size);
        boolean held = me("assignee", assignee);
        boolean free = me("candidate", candidate);
        TaskQuery query = new TaskQuery(held || !free, free || !held, DayParameter.read("dueBefore", dueBefore));
        List<InboxTask> found = inbox.find(query, wanted.offset(), wanted.size());
        shown.note("tasks", "case", found.stream().map(InboxTask::caseId).toList());
        return wanted.of(found.stream().map(task -> view(task, locale)).toList(), inbox.count(query));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getTask", summary = "One task")
    ResponseEntity<TaskViews.Task> get(@PathVariable UUID id, Locale locale) {
        return answer(inbox.get(id), locale);
    }

    @PostMapping("/{id}/claim")
    @Operation(
            operationId = "claimTask",
            summary = "Take a task in hand",
            description =
                    "409 names who has it; 410 if it was decided meanwhile; 403 where it wants another role or somebody who has not"
                            + " touched the case.")
    ResponseEntity<TaskViews.Task> claim(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        require(id, ifMatch);
        return answer(inbox.claim(id), locale);
    }

    @PostMapping("/{id}/unclaim")
    @Operation(
            operationId = "unclaimTask",
            summary = "Give a task back",
            description =
                    "What the caller has in hand; the privacy officer also what somebody else has. 403 where somebody else has"
                            + " it; without effect while nobody has.")
    ResponseEntity<TaskViews.Task> unclaim(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        require(id, ifMatch);
        return answer(inbox.release(id), locale);
    }

    @PostMapping(path = "/{id}/complete", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "completeTask",
            summary = "Decide a task",
            description =
                    "Takes the decision fields of its kind and lets the case go on. A task that nobody has in hand is decided"
                            + " without claiming it first.")
    ResponseEntity<TaskViews.Task> complete(
            @PathVariable UUID id,
            @RequestBody TaskViews.Decision decision,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        require(id, ifMatch);
        inbox.decide(id, json.convertValue(decision, FIELDS));
        return answer(inbox.get(id), locale);
    }

    private void require(UUID id, @Nullable String ifMatch) {
        tag(inbox.get(id)).require(ifMatch);
    }

    private static boolean me(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return false;
        }
        if (!value.equals("me")) {
            throw new InvalidInput("?" + name, "api.error.oneOf", "me");
        }
        return true;
    }

    private ResponseEntity<TaskViews.Task> answer(InboxTask task, Locale locale) {
        return ResponseEntity.ok().eTag(tag(task).value()).body(view(task, locale));
    }

    private static EntityTag tag(InboxTask task) {
        return EntityTag.of(state(task), task.assignee() == null ? "free" : task.assignee());
    }

    private static TaskViews.State state(InboxTask task) {
        if (task.done()) {
            return TaskViews.State.DONE;
        }
        return task.waiting() ? TaskViews.State.WAITING : TaskViews.State.OPEN;
    }

    private TaskViews.Task view(InboxTask task, Locale locale) {
        return new TaskViews.Task(
                task.id(),
                task.kind(),
                Texts.of(locale).get("api.task." + task.kind()),
                state(task),
                task.caseId(),
                task.caseReference(),
                task.caseType(),
                task.caseChannel(),
                task.branchId(),
                task.candidateRole(),
                task.assignee(),
                task.assignee() != null && task.assignee().equals(current.get().id()),
                inbox.mayDecide(task),
                task.dueOn(),
                task.escalated(),
                task.createdAt().atZone(CHINA).toOffsetDateTime());
    }
}
