package io.shouxin.request;

import io.shouxin.record.Claims;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.NewClaim;
import io.shouxin.record.OpenClaim;
import io.shouxin.shared.Role;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Open claims as the staff handle them. Whoever handles requests writes one down; that alone keeps nothing, since what a claim
 * bears on goes to the privacy officer record by record. Only the privacy officer ends one: it takes away their own question, and
 * what they kept could be erased by a single clerk.
 */
public interface OpenClaims {

    Set<Role> READERS = Set.of(Role.STAFF, Role.REVIEWER, Role.PRIVACY_OFFICER, Role.LEGAL, Role.AUDITOR);
    Set<Role> RECORDERS = RequestIntake.HANDLERS;

    /** The claims of a person at the actor's branches, those that stand first. */
    List<Claims.Entry> of(UUID subject);

    /** The person's records that the actor may say a claim concerns; empty if they may record none. */
    List<HeldRecord> choices(UUID subject);

    boolean mayEnd(OpenClaim claim);

    /**
     * Writes a claim down; open cases about the person are decided again with it.
     *
     * @throws io.shouxin.shared.InvalidInput naming the field that cannot be used
     * @throws io.shouxin.shared.StateRefused if a case is just moving on; nothing is written then
     */
    OpenClaim record(NewClaim claim);

    /** Ends a claim, with the reason; open cases about the person are decided again without it. */
    void end(UUID claim, String why);
}
