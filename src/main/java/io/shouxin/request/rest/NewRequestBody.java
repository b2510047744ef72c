package io.shouxin.request.rest;

import io.shouxin.record.Category;
import io.shouxin.request.Channel;
import io.shouxin.request.RequestType;
import io.shouxin.shared.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a caller sends to register a request. */
@Schema(name = "NewRequest", example = """
                {"type": "DELETION", "subject": {"phone": "13800138000"}, "channel": "LETTER",
                 "receivedAt": "2026-11-20T09:30:00+08:00", "note": "请删除我的全部资料"}
                """)
record NewRequestBody(
        @Schema(
                description = "Only DELETION has its process yet; the others are answered 422",
                requiredMode = Schema.RequiredMode.REQUIRED)
        RequestType type,

        @Schema(
                description =
                        "Whose request it is. With onBehalf only staff give it, by subjectId, where they know whom the requester means")
        @Nullable PersonBody subject,

        @Schema(
                description = "Categories to delete; leave it out for everything",
                example = "[\"CONTACT\", \"DEMAND\"]")
        @Nullable Set<Category> scope,

        @Schema(
                description = "How the person handed it in. COUNTER, PHONE and LETTER are for staff",
                allowableValues = {"PORTAL", "COUNTER", "PHONE", "LETTER", "API"},
                requiredMode = Schema.RequiredMode.REQUIRED)
        Channel channel,

        @Schema(description = "The true time of receipt, where it lies in the past; the clock counts from its day")
        @Nullable OffsetDateTime receivedAt,

        @Schema(
                description =
                        "That a date of receipt of more than 180 days ago was looked at again and is right; without it such"
                                + " a date is answered 422",
                defaultValue = "false")
        @Nullable Boolean receivedAtConfirmed,

        @Schema(description = "The person's own words", maxLength = LONGEST_NOTE) @Nullable String note,

        @Schema(
                description = "Language of the answer",
                defaultValue = "zh",
                allowableValues = {"zh", "en"})
        @Nullable String language,

        @Schema(description = "Only where somebody asks for another person") @Nullable OnBehalfBody onBehalf) {

    static final int LONGEST_NOTE = 10_000;

    NewRequestBody {
        require(type, "/type");
        require(onBehalf == null ? subject : onBehalf, "/subject");
        if (onBehalf != null && subject != null && subject.subjectId() == null) {
            throw new InvalidInput("/subject", "api.error.subjectOfOnBehalf");
        }
        require(channel, "/channel");
        if (note != null && note.codePointCount(0, note.length()) > LONGEST_NOTE) {
            throw new InvalidInput("/note", "request.error.textTooLong", LONGEST_NOTE);
        }
        if (language != null && !Set.of("zh", "en").contains(language)) {
            throw new InvalidInput("/language", "api.error.oneOf", "zh, en");
        }
    }

    private static void require(@Nullable Object field, String pointer) {
        if (field == null) {
            throw new InvalidInput(pointer, "api.error.missing");
        }
    }
}
