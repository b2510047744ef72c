package io.shouxin.request.ui.staff;

import io.shouxin.inbox.Reminders;
import io.shouxin.request.OpenClaims;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reminds in the inbox of open claims whose day has come on which somebody must look again whether they are still open. */
@Component
class ClaimReminders implements Reminders {

    private final OpenClaims claims;

    ClaimReminders(OpenClaims claims) {
        this.claims = claims;
    }

    @Override
    public List<Reminder> mine() {
        Texts texts = UiTexts.current();
        return claims.due().stream()
                .map(claim -> new Reminder(
                        texts.get("staff.claim.remind", claim.reference(), texts.label(claim.kind())),
                        "staff/people/" + claim.subjectId(),
                        claim.reviewOn()))
                .toList();
    }
}
