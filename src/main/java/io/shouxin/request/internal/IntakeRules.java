package io.shouxin.request.internal;

import io.shouxin.record.HeldRecord;
import io.shouxin.request.Channel;
import io.shouxin.request.NewRequest;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestType;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who may ask for what, and what a request must say before it is taken in. */
final class IntakeRules {

    private static final int OLDEST_RECEIPT_DAYS = 180;

    private IntakeRules() {}

    /**
     * @param held what the firm holds of the person it is for
     * @param now when it is handed in
     * @throws InvalidInput if something is missing or cannot be
     * @throws AccessRefused if it is not for this actor to ask
     */
    static void check(NewRequest wanted, Actor actor, List<HeldRecord> held, Instant now) {
        if (wanted.type() != RequestType.DELETION) {
            throw new InvalidInput("/type", "request.error.typeNotOffered");
        }
        if (wanted.channel() == Channel.CLOCK) {
            throw new InvalidInput("/channel", "request.error.valueUnknown", wanted.channel());
        }
        if (wanted.categories() != null && wanted.categories().isEmpty()) {
            throw new InvalidInput("/scope", "request.error.scopeEmpty");
        }
        if (wanted.receipt() != null) {
            checkReceipt(wanted.receipt(), now);
        }
        boolean byStaff = wanted.channel().isNotedByStaff();
        if (wanted.onBehalf() != null) {
            checkRequester(wanted, actor, byStaff);
        }
        if (wanted.subjectId() != null) {
            requireMayAskFor(actor, wanted.subjectId(), held);
        } else if (wanted.contactName().isBlank() && wanted.contactPhone().isBlank()) {
            throw new InvalidInput("/subject", "request.error.contactMissing");
        }
        if (byStaff && !(actor.kind() == Actor.Kind.STAFF && actor.hasAny(RequestIntake.HANDLERS))) {
            throw new AccessRefused("Only staff enter requests of channel " + wanted.channel());
        }
        if (!byStaff && wanted.receipt() != null && actor.kind() == Actor.Kind.CLIENT) {
            throw new InvalidInput("/receivedAt", "request.error.receivedOnlyByStaff");
        }
    }

    /** Who asks for another person is reached at their own number, and shows papers in place of what proves a client's identity. */
    private static void checkRequester(NewRequest wanted, Actor actor, boolean byStaff) {
        if (actor.kind() == Actor.Kind.STAFF
                && !byStaff) { // else the whole firm's file would be asked, beyond their branches
            throw new InvalidInput("/channel", "request.error.othersByStaff");
        }
        if (wanted.contactName().isBlank() || wanted.contactPhone().isBlank()) {
            throw new InvalidInput("/onBehalf/requester", "request.error.fieldMissing.requester");
        }
        if (wanted.proof() != null || wanted.callWanted()) {
            throw new InvalidInput("/proof", "request.error.papersInstead");
        }
        if (wanted.subjectId() != null && !byStaff) {
            throw new AccessRefused("Nobody but staff says which person on file a request for another is about");
        }
    }

    private static void checkReceipt(NewRequest.Receipt receipt, Instant now) {
        if (receipt.at().isAfter(now)) {
            throw new InvalidInput("/receivedAt", "request.error.receivedInFuture");
        }
        if (!receipt.confirmed() && receipt.at().isBefore(now.minus(Duration.ofDays(OLDEST_RECEIPT_DAYS)))) {
            throw new InvalidInput("/receivedAt", "request.error.receivedTooLongAgo", OLDEST_RECEIPT_DAYS);
        }
    }

    /** Asks for oneself, for a client whose records one's branch holds, or by a key of the firm's. */
    static void requireMayAskFor(Actor actor, UUID subject, List<HeldRecord> held) {
        boolean allowed =
                switch (actor.kind()) {
                    case CLIENT -> actor.isClient(subject);
                    case STAFF ->
                        actor.hasAny(RequestIntake.HANDLERS)
                                && held.stream().anyMatch(record -> actor.sees(record.branchId()));
                    case INTEGRATOR, SYSTEM -> true;
                    case ANONYMOUS -> false;
                };
        if (!allowed) {
            throw new AccessRefused("No request for subject " + subject);
        }
    }
}
