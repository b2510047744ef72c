package io.shouxin.request;

import io.shouxin.record.ContactForms;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody of the staff enters a request for a client whom only another branch knows. The purpose goes into the evidence log, the
 * reason in words into the case file.
 *
 * @param idNumber by which the person is known elsewhere, as typed; empty where the telephone says it
 */
public record OtherBranchEntry(Purpose purpose, String reason, String idNumber) {

    private static final int LONGEST = 500;

    /** For what alone another branch's client may be named. */
    public enum Purpose {
        /** The person asks for themselves. */
        OWN_REQUEST,
        /** Somebody asks for this person: a guardian, an agent, a relative. */
        REQUEST_FOR_THEM
    }

    /**
     * @throws InvalidInput if there is no purpose or no usable reason
     */
    public static OtherBranchEntry of(@Nullable Purpose purpose, String reason, String idNumber) {
        if (purpose == null) {
            throw new InvalidInput("/purpose", "request.error.otherBranch.purpose");
        }
        String words = reason.strip();
        PlainText.unkeepable(words).ifPresent(place -> {
            throw new InvalidInput("/reason", "ui.text.unkeepable", place);
        });
        if (words.isEmpty() || PlainText.length(words) > LONGEST) {
            throw new InvalidInput("/reason", "request.error.otherBranch.reason", LONGEST);
        }
        return new OtherBranchEntry(
                purpose, words, ContactForms.idNumber(idNumber).orElse(""));
    }
}
