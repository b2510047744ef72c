package io.shouxin.request.rest;

import io.shouxin.deadline.ClockView;
import io.shouxin.deadline.Clocks;
import io.shouxin.evidence.ShownRows;
import io.shouxin.platform.IdempotentCalls;
import io.shouxin.request.CaseView;
import io.shouxin.request.NewRequest;
import io.shouxin.request.RequestFilter;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.RequestType;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.DayParameter;
import io.shouxin.shared.EntityTag;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Page;
import io.shouxin.shared.ProblemFound;
import io.shouxin.subject.Subject;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
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

/**
 * Data-subject requests. Staff see those of their branches; an integrator follows all of them, but reads no text of a case, and takes
 * back or reads the letters of those only that it sent in itself.
 */
@RestController
@RequestMapping(path = "/api/v1/requests", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "requests")
class RequestsController {

    private static final String READ = "hasAuthority('SCOPE_requests:read')";
    private static final String WRITE = "hasAuthority('SCOPE_requests:write')";

    private final RequestIntake intake;
    private final RequestReader reader;
    private final Clocks clocks;
    private final People people;
    private final RequestWords words;
    private final ShownRows shown;
    private final CurrentActor current;

    RequestsController(
            RequestIntake intake,
            RequestReader reader,
            Clocks clocks,
            People people,
            RequestWords words,
            ShownRows shown,
            CurrentActor current) {
        this.intake = intake;
        this.reader = reader;
        this.clocks = clocks;
        this.people = people;
        this.words = words;
        this.shown = shown;
        this.current = current;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(WRITE)
    @Operation(
            operationId = "createRequest",
            summary = "Register a request",
            description =
                    "Starts its clock and its process. Staff get 404 for somebody unknown or of another branch, and whoever may know"
                            + " of a person gets 410 once everything about them is gone; for an"
                            + " integrator a request of an unknown phone or e-mail is registered like any other, so that nobody learns from"
                            + " the answer who is a client. A request for another person (onBehalf) is answered alike whether the person"
                            + " is known or not; its papers are checked in the task check-authority.")
    @ApiResponse(responseCode = "201", description = "Registered; Location leads to it")
    ResponseEntity<RequestViews.Registered> create(
            @RequestBody NewRequestBody body,
            @Parameter(description = "The same key gives the same request; another body with it gives 422")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable String key,
            Locale locale) {
        IdempotentCalls.requireUsable(key);
        SubjectRequest request = intake.ofErased(key).orElseGet(() -> intake.submit(wanted(body, key)));
        ClockView clock = clocks.find(request.id().value()).orElse(null);
        return ResponseEntity.created(URI.create("/api/v1/requests/" + request.id()))
                .body(words.registered(request, clock, locale));
    }

    private NewRequest wanted(NewRequestBody body, @Nullable String key) {
        if (body.type() != RequestType.DELETION) {
            throw new InvalidInput("/type", "request.error.typeNotOffered");
        }
        OnBehalfBody onBehalf = body.onBehalf();
        PersonBody person = body.subject();
        Optional<Subject> subject = person == null ? Optional.empty() : people.find(person);
        boolean integrator = current.get().kind() == Actor.Kind.INTEGRATOR;
        if (person != null && subject.isEmpty() && (!integrator || person.subjectId() != null)) {
            throw new ProblemFound(404, "subject-unknown");
        }
        if (subject.filter(Subject::erased).isPresent()) {
            throw new ProblemFound(410, "subject-erased");
        }
        @Nullable PersonBody unknown = subject.isEmpty() ? person : null;
        return new NewRequest(
                body.type(),
                subject.map(Subject::id).orElse(null),
                body.scope(),
                body.channel(),
                null,
                NewRequest.Receipt.of(
                        body.receivedAt() == null ? null : body.receivedAt().toInstant(),
                        Boolean.TRUE.equals(body.receivedAtConfirmed())),
                body.note() == null ? "" : body.note(),
                body.language() == null ? "zh" : body.language(),
                onBehalf != null ? onBehalf.requester().name() : unknown == null ? "" : unknown.addressee(),
                onBehalf != null ? onBehalf.requester().phone() : unknown == null ? "" : unknown.phoneOrEmpty(),
                null,
                false,
                key,
                onBehalf == null ? null : onBehalf.claim());
    }

    @GetMapping
    @PreAuthorize(READ)
    @Operation(operationId = "listRequests", summary = "Requests, newest first")
    Page<RequestViews.Row> list(
            @RequestParam(required = false) @Nullable RequestStatus status,
            @RequestParam(required = false) @Nullable RequestType type,
            @Parameter(
                            description = "Only those that run and are due before this day (or time)",
                            schema = @Schema(type = "string", format = "date"))
                    @RequestParam(required = false)
                    @Nullable String dueBefore,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        Page.Wanted wanted = new Page.Wanted(page, size);
        RequestFilter filter = new RequestFilter(status, type, DayParameter.read("dueBefore", dueBefore));
        List<SubjectRequest> found = reader.list(filter, wanted.offset(), wanted.size());
        List<UUID> cases = found.stream().map(request -> request.id().value()).toList();
        shown.note("requests", "case", cases);
        Map<UUID, ClockView> times = clocks.views(cases);
        return wanted.of(
                found.stream()
                        .map(request ->
                                words.row(request, times.get(request.id().value())))
                        .toList(),
                reader.count(filter));
    }

    @GetMapping("/{id}")
    @PreAuthorize(READ)
    @Operation(operationId = "getRequest", summary = "Where a request stands: steps, decision per record, documents")
    ResponseEntity<RequestViews.Detail> get(@PathVariable UUID id, Locale locale) {
        CaseView view = reader.get(new RequestId(id));
        return answer(view, locale);
    }

    @PostMapping("/{id}/cancel")
    @PreAuthorize(WRITE)
    @Operation(
            operationId = "cancelRequest",
            summary = "Take a request back",
            description = "Until erasure begins, then 409. An integrator may take back what it sent in itself.")
    ResponseEntity<RequestViews.Detail> cancel(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        RequestId request = new RequestId(id);
        tag(reader.get(request)).require(ifMatch);
        intake.cancel(request);
        return answer(reader.get(request), locale);
    }

    @GetMapping(path = "/{id}/documents/{name}", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize(READ)
    @Operation(operationId = "getRequestDocument", summary = "Receipt, letter or certificate")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> document(
            @PathVariable UUID id,
            @Parameter(description = "One of the names in documents", example = "receipt-zh") @PathVariable
                    String name) {
        String document = name.endsWith(".pdf") ? name.substring(0, name.length() - 4) : name;
        byte[] content = reader.document(new RequestId(id), document);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(id + "-" + document + ".pdf")
                                .build()
                                .toString())
                .body(content);
    }

    private ResponseEntity<RequestViews.Detail> answer(CaseView view, Locale locale) {
        return ResponseEntity.ok().eTag(tag(view).value()).body(words.detail(view, locale));
    }

    private static EntityTag tag(CaseView view) {
        return EntityTag.of(view.request().version(), view.events().size());
    }
}
