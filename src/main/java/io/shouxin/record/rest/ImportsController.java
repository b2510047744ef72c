package io.shouxin.record.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firms;
import io.shouxin.platform.IdempotentCalls;
import io.shouxin.record.CsvFile;
import io.shouxin.record.Imports;
import io.shouxin.record.ReadingChoice;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.PlainText;
import io.shouxin.shared.ProblemFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A spreadsheet becomes people and records. */
@RestController
@RequestMapping("/api/v1/imports")
@PreAuthorize("hasAuthority('SCOPE_records:import')")
@Tag(name = "imports")
class ImportsController {

    private static final TypeReference<Map<String, String>> MAPPING = new TypeReference<>() {};

    private final Imports imports;
    private final IdempotentCalls calls;
    private final Firms firms;
    private final CurrentActor current;
    private final ObjectMapper json;

    ImportsController(Imports imports, IdempotentCalls calls, Firms firms, CurrentActor current, ObjectMapper json) {
        this.imports = imports;
        this.calls = calls;
        this.firms = firms;
        this.current = current;
        this.json = json;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "createImport",
            summary = "Upload a spreadsheet (xlsx, or CSV in UTF-8 or GB18030)",
            description =
                    "Runs in the background on its own where name and contact columns are recognised, by header or by content;"
                            + " otherwise it waits in NEEDS_MAPPING. The same file sent again doubles nothing. A column of branches"
                            + " (field BRANCH) sends each row to the branch that it names, if the caller may import for it; other"
                            + " rows stay with the upload's branch and are found as BRANCH_UNKNOWN or BRANCH_NOT_ALLOWED."
                            + " A row that names a closed branch is rejected as BRANCH_CLOSED; an upload for one gives 400."
                            + " A client that acts as a member of staff also needs that member's role: staff, privacy officer or"
                            + " administrator. The scope alone imports nothing for a reviewer and gives 403.")
    @ApiResponse(responseCode = "202", description = "Taken; Location leads to its progress")
    ResponseEntity<ImportAnswers.Accepted> create(
            @RequestPart("file") MultipartFile file,
            @Parameter(
                            description =
                                    "JSON object: header, or the column's number from 1, to field code, where the caller knows better",
                            schema = @Schema(type = "string", example = "{\"客户\": \"NAME\"}"))
                    @RequestPart(required = false)
                    @Nullable String mapping,
            @Parameter(
                            description =
                                    "Whose records these are, where a row names no branch of its own; without it the caller's first branch",
                            schema = @Schema(type = "string", format = "uuid"))
                    @RequestPart(required = false)
                    @Nullable String branch,
            @Parameter(
                            description =
                                    "JSON object: charset (UTF-8, GB18030, UTF-16LE, UTF-16BE or Big5), sheets (the sheet's number from 1"
                                            + " among those with data: whether it is read) and headers (the same number: the row of"
                                            + " heads, 0 for none). What is not named is found out; hidden sheets are read only where"
                                            + " they are named",
                            schema =
                                    @Schema(
                                            type = "string",
                                            example = "{\"charset\": \"GB18030\", \"headers\": {\"1\": 3}}"))
                    @RequestPart(required = false)
                    @Nullable String reading,
            @Parameter(description = "The same key gives the same import; another file with it gives 422")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable String key)
            throws IOException {
        if (file.isEmpty()) {
            throw new InvalidInput("/file", "api.error.fileEmpty");
        }
        Actor actor = current.get();
        UUID owner = branch(actor, branch);
        Map<String, String> wanted = mapping(mapping);
        ReadingChoice choice = reading(reading);
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        byte[] content = file.getBytes();
        UUID id = calls.once(
                actor,
                key,
                owner + "|" + mapping + "|" + (reading == null ? "" : reading + "|") + sha256(content),
                () -> imports.receive(name, content, owner, wanted, choice));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + id))
                .body(new ImportAnswers.Accepted(id));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getImport", summary = "Where an import stands and what came of it")
    ImportAnswers.Progress get(@PathVariable UUID id, Locale locale) {
        return ImportAnswers.of(imports.get(id), locale);
    }

    @GetMapping(path = "/{id}/rejects", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getImportRejects",
            summary = "Rows that were left out, and why",
            description =
                    "Empty once they were purged. As text/csv: the rows in their own columns, to correct and send again.")
    List<ImportAnswers.Reject> rejects(@PathVariable UUID id, Locale locale) {
        return imports.rejects(id).stream()
                .map(reject -> ImportAnswers.of(reject, locale))
                .toList();
    }

    @GetMapping(path = "/{id}/rejects", produces = "text/csv")
    @Operation(operationId = "getImportRejects", summary = "Rows that were left out, and why")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "byte")))
    void rejectsToCorrect(@PathVariable UUID id, Locale locale, HttpServletResponse response) throws IOException {
        CsvFile rejects = imports.rejectsCsv(id, locale);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("rejects-" + id + ".csv")
                        .build()
                        .toString());
        send(rejects, response);
    }

    /** A failure is answered as such where nothing has left yet; what has begun to leave breaks off, so that nobody takes it for whole. */
    private static void send(CsvFile list, HttpServletResponse response) throws IOException {
        try {
            list.writeTo(response.getOutputStream());
        } catch (IOException | RuntimeException broken) {
            if (response.isCommitted()) {
                throw new IOException("A list broke off on its way", broken);
            }
            response.resetBuffer();
            throw broken;
        }
    }

    private UUID branch(Actor actor, @Nullable String wanted) {
        List<UUID> own =
                firms.branches().stream().map(Branch::id).filter(actor::sees).toList();
        if (wanted == null) {
            return firms.openBranches().stream()
                    .map(Branch::id)
                    .filter(actor::sees)
                    .findFirst()
                    .orElseThrow(() -> new ProblemFound(403, "forbidden"));
        }
        return own.stream()
                .filter(id -> id.toString().equals(wanted.strip()))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("/branch", "api.error.branchUnknown"));
    }

    private @Nullable Map<String, String> mapping(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            Map<String, String> mapping = json.readValue(text, MAPPING);
            if (mapping == null
                    || mapping.containsValue(null)
                    || mapping.keySet().stream()
                            .anyMatch(column -> PlainText.unkeepable(column).isPresent())) {
                throw new InvalidInput("/mapping", "api.error.mappingUnreadable");
            }
            return mapping;
        } catch (JsonProcessingException e) {
            throw new InvalidInput("/mapping", "api.error.mappingUnreadable");
        }
    }

    /** Sheets count from 1, as whoever looks at the file counts them. */
    private ReadingChoice reading(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return ReadingChoice.NONE;
        }
        try {
            ReadingAsked asked = json.readValue(text, ReadingAsked.class);
            if (asked == null) {
                throw new IllegalArgumentException("Nothing asked");
            }
            return asked.choice();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new InvalidInput("/reading", "api.error.readingUnreadable");
        }
    }

    /** How a caller wants a file read. */
    private record ReadingAsked(
            @Nullable String charset,
            @Nullable Map<Integer, Boolean> sheets,
            @Nullable Map<Integer, Integer> headers) {

        ReadingChoice choice() {
            return new ReadingChoice(charset, fromZero(sheets), fromZero(headers));
        }

        private static <T> Map<Integer, T> fromZero(@Nullable Map<Integer, T> fromOne) {
            Map<Integer, T> counted = new HashMap<>();
            if (fromOne != null) {
                fromOne.forEach((number, value) -> {
                    if (number < 1 || value == null) {
                        throw new IllegalArgumentException("Sheets count from 1");
                    }
                    counted.put(number - 1, value);
                });
            }
            return counted;
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }
}
