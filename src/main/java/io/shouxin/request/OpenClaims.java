package io.shouxin.request;

import io.shouxin.record.Claims;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.NewClaim;
import io.shouxin.record.OpenClaim;
import io.shouxin.retention.DecisionReason;
import io.shouxin.retention.RetentionDecision;
import io.shouxin.shared.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Open claims as the staff handle them. Whoever handles requests writes one down; that alone keeps nothing, since what a claim
 * bears on goes to the privacy officer record by record. Only the privacy officer ends one: it takes away their own question, and
 * what they kept could be erased by a single clerk.
 */
public interface OpenClaims {

    /** Who sees that there is a claim. */
    Set<Role> VIEWERS = Set.of(Role.STAFF, Role.REVIEWER, Role.PRIVACY_OFFICER, Role.LEGAL, Role.AUDITOR);

    /** Who reads what is written about it: it speaks of the person, so that only those do who may see a person unmasked. */
    Set<Role> READERS = PersonReveal.READERS;

    Set<Role> RECORDERS = RequestIntake.HANDLERS;

    /**
     * What recording or ending a claim did to the person's open cases, by their references; those of branches that the actor does not
     * see are left out.
     *
     * @param again are decided again
     * @param tooLate had begun to erase, so that a claim changes nothing in them any more
     */
    record Effect(OpenClaim claim, List<String> again, List<String> tooLate) {}

    /**
     * The last day that a record may be kept for a claim: the day of the next look, or, where that is past, as long as a claim recorded
     * today could; empty where no claim asks.
     */
    static Optional<LocalDate> keptAtMost(RetentionDecision proposed, LocalDate today) {
        if (proposed.reason() != DecisionReason.OPEN_CLAIM) {
            return Optional.empty();
        }
        LocalDate review = proposed.until();
        return Optional.of(review != null && review.isAfter(today) ? review : today.plus(Claims.LONGEST_UNTIL_REVIEW));
    }

    /** The claims of a person at the actor's branches, those that stand first; without their texts for who may not read them. */
    List<Claims.Entry> of(UUID subject);

    /** The person's records that the actor may say a claim concerns; empty if they may record none. */
    List<HeldRecord> choices(UUID subject);

    boolean mayEnd(OpenClaim claim);

    /**
     * Writes a claim down; open cases about the person are decided again with it, as long as they do not erase yet.
     *
     * @throws io.shouxin.shared.InvalidInput naming the field that cannot be used
     * @throws io.shouxin.shared.StateRefused if a case is just moving on; nothing is written then
     */
    Effect record(NewClaim claim);

    /**
     * The claims at the actor's branches whose day has come, for those who handle requests: clerks and
     * reviewers on the day, the privacy officer too once it is past.
     */
    List<OpenClaim> due();

    /** Whether the actor may say that a claim is still open. */
    boolean mayRenew(OpenClaim claim);

    /**
     * Notes that somebody has looked and the claim is still open; it is looked at again on that day, and open cases about the person are
     * decided again with it.
     *
     * @throws io.shouxin.record.ClaimEnded if somebody ended it meanwhile
     * @throws io.shouxin.shared.InvalidInput if the day cannot be
     * @throws io.shouxin.shared.StateRefused as {@link #record}
     */
    Effect renew(UUID claim, LocalDate next);

    /**
     * Ends a claim, with the reason; open cases about the person are decided again without it.
     *
     * @throws io.shouxin.record.ClaimEnded if somebody else ended it meanwhile
     * @throws io.shouxin.shared.StateRefused if a case is just moving on; nothing is written then
     */
    Effect end(UUID claim, String why);
}
