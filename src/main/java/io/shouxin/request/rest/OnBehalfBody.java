package io.shouxin.request.rest;

import io.shouxin.request.Capacity;
import io.shouxin.request.OnBehalf;
import io.shouxin.request.Ward;
import io.shouxin.shared.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who asks for another person. */
@Schema(
        name = "OnBehalf",
        example = """
                {"capacity": "GUARDIAN", "ward": "UNDER_14", "requester": {"name": "王芳", "phone": "13800138000"},
                 "person": {"name": "张小明"}, "relation": "母亲"}
                """,
        description =
                "A request for another person. The requester shows papers of authority, which a member of the firm checks; until"
                        + " then nothing is stopped or decided, and no answer tells whether the person is known.")
record OnBehalfBody(
        @Schema(
                allowableValues = {"GUARDIAN", "AGENT", "RELATIVE"},
                requiredMode = Schema.RequiredMode.REQUIRED)
        Capacity capacity,

        @Schema(description = "Of a guardian, and of nobody else: who the ward is") @Nullable Ward ward,

        @Schema(description = "Whether an agent is a practising lawyer", defaultValue = "false") @Nullable Boolean lawyer,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Requester requester,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Meant person,

        @Schema(description = "How they are related, in words", maxLength = LONGEST) @Nullable String relation,

        @Schema(
                description =
                        "Of a close relative of somebody deceased, and of nobody else: their own lawful and proper interest (PIPL 49)",
                maxLength = LONGEST)
        @Nullable String interest) {

    static final int LONGEST = 2_000;

    OnBehalfBody {
        require(capacity, "/capacity");
        require(requester, "/requester");
        require(person, "/person");
        limit(relation, "/relation");
        limit(interest, "/interest");
    }

    /** Who asks, and gets the answer. */
    @Schema(name = "Requester")
    record Requester(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String name,

            @Schema(example = "13800138000", requiredMode = Schema.RequiredMode.REQUIRED)
            String phone) {

        Requester {
            require(name, "/name");
            require(phone, "/phone");
        }
    }

    /** Whose data it is, as the requester gives it. */
    @Schema(name = "PersonMeant")
    record Meant(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String name,

            @Nullable String phone,
            @Nullable String idNumber) {

        Meant {
            require(name, "/name");
        }
    }

    OnBehalf claim() {
        return new OnBehalf(
                capacity,
                ward,
                Boolean.TRUE.equals(lawyer),
                new OnBehalf.Person(person.name(), orEmpty(person.phone()), orEmpty(person.idNumber())),
                orEmpty(relation),
                orEmpty(interest));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void require(@Nullable Object field, String pointer) {
        if (field == null) {
            throw new InvalidInput(pointer, "api.error.missing");
        }
    }

    private static void limit(@Nullable String text, String pointer) {
        if (text != null && text.codePointCount(0, text.length()) > LONGEST) {
            throw new InvalidInput(pointer, "request.error.textTooLong", LONGEST);
        }
    }
}
