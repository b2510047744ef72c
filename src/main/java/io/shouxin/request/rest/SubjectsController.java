package io.shouxin.request.rest;

import io.shouxin.record.Category;
import io.shouxin.record.HeldRecord;
import io.shouxin.shared.ProblemFound;
import io.shouxin.subject.Subject;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the firm knows a person, and how much of what kind it holds. */
@RestController
@RequestMapping(path = "/api/v1/subjects", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "subjects")
class SubjectsController {

    private final People people;

    SubjectsController(People people) {
        this.people = people;
    }

    @PostMapping(path = "/lookup", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAuthority('SCOPE_records:read')")
    @Operation(
            operationId = "lookupSubject",
            summary = "Find a person",
            description =
                    "Answers the person's id and how many records of each category the caller may know of. Somebody of"
                            + " another branch is answered as somebody unknown: 404. 409 where several people share the number: add the"
                            + " name.")
    Found lookup(@RequestBody PersonBody wanted) {
        Subject subject = people.find(wanted).orElseThrow(() -> new ProblemFound(404, "subject-unknown"));
        return new Found(
                subject.id(),
                subject.erased() ? State.ERASED : State.ACTIVE,
                people.recordsOf(subject).stream()
                        .collect(Collectors.groupingBy(HeldRecord::category, TreeMap::new, Collectors.counting())));
    }

    enum State {
        ACTIVE,
        /** Everything about the person is gone; only the id is left. */
        ERASED
    }

    @Schema(name = "FoundPerson")
    record Found(
            UUID subjectId,
            State status,

            @Schema(example = "{\"IDENTITY\": 1, \"CONTACT\": 1, \"TRANSACTION\": 2}")
            Map<Category, Long> recordsByCategory) {}
}
