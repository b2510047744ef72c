package io.shouxin.request.rest;

import io.shouxin.record.ContactForms;
import io.shouxin.shared.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names one person; personal identifiers stand in bodies only, never in a URL. */
@Schema(
        name = "Person",
        example = "{\"phone\": \"13800138000\"}",
        description = "Exactly one of subjectId, phone and email; name is held against the file.")
record PersonBody(
        @Schema(description = "The firm's own id of the person") @Nullable UUID subjectId,

        @Schema(
                description =
                        "One number as people write it, in any usual Chinese or international form; nothing beside it",
                example = "13800138000")
        @Nullable String phone,

        @Schema(example = "someone@example.com") @Nullable String email,

        @Schema(
                description =
                        "Needed where several people share the phone or e-mail. Whoever is on file under another name than this is"
                                + " answered as somebody unknown")
        @Nullable String name) {

    PersonBody {
        if (Stream.of(subjectId, phone, email).filter(given -> given != null).count() != 1) {
            throw new InvalidInput("", "api.error.onePerson");
        }
        if (phone != null) {
            phone = ContactForms.phone(phone)
                    .orElseThrow(() -> new InvalidInput("/phone", "api.error.phoneUnreadable"));
        }
        if (email != null) {
            email = ContactForms.email(email)
                    .orElseThrow(() -> new InvalidInput("/email", "api.error.emailUnreadable"));
        }
        if (name != null && name.length() > 200) {
            throw new InvalidInput("/name", "api.error.unreadable");
        }
    }

    String nameOrEmpty() {
        return name == null ? "" : name.strip();
    }

    /** What a stranger is reached by, for the answer. */
    String addressee() {
        return !nameOrEmpty().isEmpty() || email == null ? nameOrEmpty() : email;
    }

    String phoneOrEmpty() {
        return phone == null ? "" : phone;
    }
}
