package io.shouxin.inbox.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the API says of tasks. */
final class TaskViews {

    private TaskViews() {}

    enum State {
        OPEN,
        /** The person owes something; the clock stands still. */
        WAITING,
        DONE
    }

    @Schema(name = "Task")
    record Task(
            UUID id,

            @Schema(
                    example = "review-decisions",
                    description = "Decides which fields complete takes",
                    allowableValues = {
                        "call-client",
                        "see-proof",
                        "await-proof",
                        "check-authority",
                        "await-papers",
                        "officer-decisions",
                        "review-decisions",
                        "second-review",
                        "erasure-failed",
                        "technical-incident"
                    })
            String kind,

            @Schema(description = "The kind in words, in the caller's language")
            String title,

            State state,

            @Schema(description = "The request it belongs to")
            UUID requestId,

            @Schema(example = "SC-2026-000123") String reference,
            @Schema(example = "DELETION") String type,
            @Schema(example = "COUNTER") String channel,
            UUID branchId,
            @Schema(example = "STAFF") String candidateRole,

            @Schema(description = "Who has it in hand; absent while nobody has") @Nullable UUID assignee,

            @Schema(description = "Whether the caller has it in hand")
            boolean mine,

            @Schema(description = "Whether the caller may decide it now")
            boolean mayDecide,

            @Nullable LocalDate dueOn,

            @Schema(description = "Whether it stood at or past its date")
            boolean escalated,

            OffsetDateTime createdAt) {}

    /** The decision fields of every kind of task in one place, for the documentation; which apply depends on the kind. */
    @Schema(name = "TaskDecision", example = "{\"outcome\": \"APPROVED\"}")
    record Decision(
            @Schema(
                    description =
                            "review-decisions: APPROVED, REFUSED, ASK_CLIENT; second-review: APPROVED, RETURNED; call-client:"
                                    + " PROOF_SEEN, NOT_REACHED; see-proof: PROOF_SEEN, NOT_ENOUGH; check-authority: CONFIRMED, NOT_ENOUGH, REFUSED; the other kinds need none",
                    example = "APPROVED")
            @Nullable String outcome,

            @Schema(
                    description =
                            "review-decisions and officer-decisions: changes to single records; for the officer one entry for each"
                                    + " open record")
            @Nullable List<Change> decisions,

            @Schema(
                    description = "review-decisions and check-authority with REFUSED: the coded reason",
                    example = "R13")
            @Nullable String code,

            @Schema(
                    description =
                            "The question (ASK_CLIENT), why it goes back (RETURNED), words for the refusal, what was seen as"
                                    + " proof (await-proof, call-client, see-proof), what is missing in it (NOT_ENOUGH), the client's answer where a question waits"
                                    + " (await-proof without method), what came of the call (NOT_REACHED), or which papers came (await-papers)")
            @Nullable String text,

            @Schema(
                    description =
                            "review-decisions of a case that the second person returned: the answer to them; needed where no"
                                    + " decision was changed")
            @Nullable String reply,

            @Schema(
                    description =
                            "second-review with RETURNED: what is to be looked at again; AUTHORITY of a request for another"
                                    + " person leads back to check-authority. DECISIONS where it is left out",
                    allowableValues = {"DECISIONS", "AUTHORITY"})
            @Nullable String matter,

            @Schema(
                    description =
                            "await-proof of identity, and call-client with PROOF_SEEN: how the person was recognised",
                    allowableValues = {"SEEN_AT_COUNTER", "CALLED_BACK"})
            @Nullable String method,

            @Schema(
                    description =
                            "check-authority: which papers were seen, and how. CONFIRMED needs one for each need of the table")
            @Nullable List<SeenPaper> papers,

            @Schema(
                    description =
                            "check-authority with CONFIRMED: whose data it is about, where the case does not say it or says it wrongly")
            @Nullable UUID subjectId,

            @Schema(
                    description =
                            "check-authority with CONFIRMED: that nobody on file is meant; refused while somebody with that name and"
                                    + " number is not among ruledOut")
            @Nullable Boolean nobody,

            @Schema(description = "check-authority with nobody: everybody who could be meant and is not") @Nullable List<UUID> ruledOut,

            @Schema(description = "check-authority with ruledOut: why none of them is meant; kept in the case file")
            @Nullable String why) {}

    @Schema(name = "SeenPaper")
    record SeenPaper(
            @Schema(
                    allowableValues = {
                        "IDENTITY_DOCUMENT",
                        "LAWYER_LICENCE",
                        "POWER_OF_ATTORNEY",
                        "HOUSEHOLD_REGISTER",
                        "BIRTH_CERTIFICATE",
                        "MARRIAGE_CERTIFICATE",
                        "OFFICIAL_DOCUMENT",
                        "COURT_DECISION",
                        "GUARDIAN_NAMED",
                        "CONSENT_OF_MINOR",
                        "DEATH_CERTIFICATE",
                        "STATEMENT_OF_INTEREST"
                    })
            String paper,

            @Schema(
                    description = "STATED is for what is said in the request, and for nothing else",
                    allowableValues = {"FILE", "ORIGINAL", "ON_FILE", "STATED"})
            String sight,

            @Schema(description = "With FILE: in which file it was seen, where none was handed in as that paper")
            @Nullable UUID file) {}

    @Schema(name = "RecordChange")
    record Change(
            UUID recordId,

            @Schema(allowableValues = {"DELETE_NOW", "ANONYMISE", "RESTRICT_STORAGE_ONLY", "REFUSE"})
            String outcome,

            @Schema(description = "The last day of keeping, for RESTRICT_STORAGE_ONLY") @Nullable LocalDate until,

            @Schema(
                    description =
                            "The coded reason, for keeping a record (RESTRICT_STORAGE_ONLY, REFUSE) that the rules would not keep",
                    example = "R6")
            @Nullable String code,

            @Schema(description = "Why; needed for every change")
            String reason) {}
}
