package io.shouxin.request.rest;

import io.shouxin.record.Category;
import io.shouxin.request.Capacity;
import io.shouxin.request.CaseText;
import io.shouxin.request.Channel;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.RequestType;
import io.shouxin.request.SecondReviewGround;
import io.shouxin.retention.DecisionReason;
import io.shouxin.retention.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the API says of requests. */
final class RequestViews {

    private RequestViews() {}

    @Schema(name = "RegisteredRequest")
    record Registered(
            UUID id,
            @Schema(example = "SC-2026-000123") String reference,
            RequestStatus status,

            @Schema(
                    description =
                            "The last moment for the answer; absent while the clock stands still because the person owes proof")
            @Nullable OffsetDateTime dueAt,

            @Schema(description = "How the date was counted, in the caller's language")
            String clock) {}

    @Schema(name = "RequestRow")
    record Row(
            UUID id,
            @Schema(example = "SC-2026-000123") String reference,
            RequestType type,
            RequestStatus status,
            @Nullable RequestOutcome outcome,
            Channel channel,
            OffsetDateTime receivedAt,
            @Nullable OffsetDateTime dueAt,
            @Nullable OffsetDateTime closedAt) {}

    @Schema(name = "Request")
    record Detail(
            UUID id,
            @Schema(example = "SC-2026-000123") String reference,
            RequestType type,
            RequestStatus status,
            @Schema(description = "The status in words") String statusText,
            @Nullable RequestOutcome outcome,
            Channel channel,

            @Schema(description = "As whom it was asked: for oneself, or for another person")
            Capacity capacity,

            @Schema(allowableValues = {"zh", "en"}) String language,

            @Schema(description = "For staff only; absent where the firm knows nobody of that name and number")
            @Nullable UUID subjectId,

            @Schema(description = "The categories asked for; absent for everything") @Nullable Set<Category> scope,

            OffsetDateTime receivedAt,
            @Nullable OffsetDateTime dueAt,
            String clock,

            @Schema(description = "Until when proof of identity is waited for") @Nullable LocalDate proofDueOn,

            @Nullable OffsetDateTime closedAt,

            @Schema(
                    description =
                            "When the time for keeping the case file was over: its texts and documents were destroyed, and their key")
            @Nullable OffsetDateTime fileEndedAt,

            @Schema(description = "Whether it can still be taken back")
            boolean cancellable,

            @Schema(
                    description =
                            "While a second person who has not touched the case is to confirm it, why: REFUSED, the whole request is refused;"
                                    + " KEPT, something is kept; ERASED_AGAINST_THE_RULES, a person erases what the rules would have kept;"
                                    + " OWN_ATTESTATION, something is erased by whoever has also vouched for the person's identity;"
                                    + " FOR_ANOTHER, something is erased because somebody else than the person asked for it. For staff"
                                    + " only; absent at any other time")
            @Nullable Set<SecondReviewGround> secondReviewGrounds,

            List<Step> steps,
            List<Decision> decisions,
            List<SystemResult> systems,
            List<Document> documents,

            @Schema(description = "What was written in the case; for staff only") @Nullable List<Text> texts) {}

    @Schema(name = "Step", description = "Something that has happened")
    record Step(
            OffsetDateTime at,
            @Schema(example = "IDENTITY_CONFIRMED") String step,
            String text) {}

    @Schema(name = "Decision", description = "What is to happen to one record, and why")
    record Decision(
            UUID recordId,
            Category category,

            @Schema(description = "What the record is, without saying what is in it")
            String title,

            Outcome outcome,
            @Schema(description = "The outcome in words") String outcomeText,

            @Schema(description = "The last day of keeping") @Nullable LocalDate until,

            DecisionReason reason,

            @Schema(description = "Why, in the caller's language")
            String reasonText,

            @Schema(description = "The row of the retention table that decided") @Nullable String rule,

            @Schema(description = "Where the law says so") @Nullable String legalSource,

            @Schema(description = "Whether a person changed what the rules proposed")
            boolean changed,

            @Schema(description = "What the privacy officer may choose, where it is for them to decide")
            List<String> alternatives) {}

    @Schema(name = "SystemResult", description = "What a system reported about the erasure")
    record SystemResult(
            String system,
            int erased,
            int refused,
            OffsetDateTime at,

            @Schema(description = "Whether a later count found nothing left; absent before it") @Nullable Boolean verified) {}

    @Schema(name = "Document")
    record Document(@Schema(example = "letter-zh") String name, String href) {}

    @Schema(name = "CaseText")
    record Text(CaseText.Kind kind, String text, OffsetDateTime at) {}
}
