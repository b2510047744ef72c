package io.shouxin.request;

import io.shouxin.record.Category;
import io.shouxin.shared.StateRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A data-subject request (个人信息主体请求). It refuses what its status does not allow; what a person wrote lies in the case
 * file, never here.
 */
public final class SubjectRequest {

    private static final Set<RequestStatus> CANCELLABLE = EnumSet.of(
            RequestStatus.RECEIVED,
            RequestStatus.AWAITING_CALL,
            RequestStatus.AWAITING_PROOF,
            RequestStatus.DECIDING,
            RequestStatus.OFFICER_REVIEW,
            RequestStatus.REVIEW,
            RequestStatus.SECOND_REVIEW);

    private final RequestId id;
    private final String reference;
    private final RequestType type;
    private final Capacity capacity;
    private @Nullable UUID subjectId;
    private final UUID branchId;
    private final Channel channel;
    private final String language;
    private final @Nullable Set<Category> categories;
    private final Instant receivedAt;
    private final Instant createdAt;
    private int version;
    private RequestStatus status;
    private @Nullable RequestOutcome outcome;
    private Proof proof;
    private @Nullable ProofMethod proofMethod;
    private boolean proofDemanded;
    private @Nullable LocalDate proofDueOn;
    private CallBack callBack;
    private @Nullable String refusalCode;
    private @Nullable Instant erasureBeganAt;
    private @Nullable Instant closedAt;
    private @Nullable Instant fileEndedAt;
    private @Nullable String certificateNo;
    private @Nullable String verificationCode;

    /** As it stands in the database; only the repository and {@link #receive} build one. */
    public SubjectRequest(Snapshot s) {
        this.id = s.id();
        this.reference = s.reference();
        this.type = s.type();
        this.capacity = s.capacity();
        this.subjectId = s.subjectId();
        this.branchId = s.branchId();
        this.channel = s.channel();
        this.language = s.language();
        Set<Category> scope = s.categories();
        this.categories = scope == null ? null : Set.copyOf(scope);
        this.receivedAt = s.receivedAt();
        this.createdAt = s.createdAt();
        this.version = s.version();
        this.status = s.status();
        this.outcome = s.outcome();
        this.proof = s.proof();
        this.proofMethod = s.proofMethod();
        this.proofDemanded = s.proofDemanded();
        this.proofDueOn = s.proofDueOn();
        this.callBack = s.callBack();
        this.refusalCode = s.refusalCode();
        this.erasureBeganAt = s.erasureBeganAt();
        this.closedAt = s.closedAt();
        this.fileEndedAt = s.fileEndedAt();
        this.certificateNo = s.certificateNo();
        this.verificationCode = s.verificationCode();
    }

    /** All state, for the repository and for read models. */
    public record Snapshot(
            RequestId id,
            String reference,
            RequestType type,
            Capacity capacity,
            @Nullable UUID subjectId,
            UUID branchId,
            Channel channel,
            String language,
            @Nullable Set<Category> categories,
            Instant receivedAt,
            Instant createdAt,
            RequestStatus status,
            @Nullable RequestOutcome outcome,
            Proof proof,
            @Nullable ProofMethod proofMethod,
            boolean proofDemanded,
            @Nullable LocalDate proofDueOn,
            CallBack callBack,
            @Nullable String refusalCode,
            @Nullable Instant erasureBeganAt,
            @Nullable Instant closedAt,
            @Nullable Instant fileEndedAt,
            @Nullable String certificateNo,
            @Nullable String verificationCode,
            int version) {}

    /** A request that has just come in from the person themselves. */
    public static SubjectRequest receive(
            RequestId id,
            String reference,
            RequestType type,
            @Nullable UUID subjectId,
            UUID branchId,
            Channel channel,
            String language,
            @Nullable Set<Category> categories,
            Instant receivedAt,
            Instant now) {
        return receive(
                id,
                reference,
                type,
                Capacity.SELF,
                subjectId,
                branchId,
                channel,
                language,
                categories,
                receivedAt,
                now);
    }

    /**
     * A request that has just come in.
     *
     * @param capacity as whom somebody asks
     * @param subjectId whose data it is about, as far as that is known
     */
    public static SubjectRequest receive(
            RequestId id,
            String reference,
            RequestType type,
            Capacity capacity,
            @Nullable UUID subjectId,
            UUID branchId,
            Channel channel,
            String language,
            @Nullable Set<Category> categories,
            Instant receivedAt,
            Instant now) {
        if (receivedAt.isAfter(now)) {
            throw new IllegalArgumentException("A request cannot be received in the future");
        }
        return new SubjectRequest(new Snapshot(
                id,
                reference,
                type,
                capacity,
                subjectId,
                branchId,
                channel,
                language,
                categories,
                receivedAt,
                now,
                RequestStatus.RECEIVED,
                null,
                Proof.NONE,
                null,
                false,
                null,
                CallBack.NONE,
                null,
                null,
                null,
                null,
                null,
                null,
                0));
    }

    /** Notes how the person was recognised; a weaker proof never replaces a stronger one. */
    public void recognise(ProofMethod method) {
        require(status != RequestStatus.CLOSED, "confirm identity");
        if (method.proof().atLeast(proof)) {
            proof = method.proof();
            proofMethod = method;
        }
    }

    /**
     * Says whose data a request for another person is about, as long as nobody has said that the requester may ask.
     *
     * @param subject the person, or null if the firm knows nobody whom it could be
     */
    public void concern(@Nullable UUID subject, Authority authority) {
        require(
                capacity.isForAnother()
                        && authority.request().equals(id)
                        && authority.state() != Authority.State.CONFIRMED
                        && (status == RequestStatus.RECEIVED || status == RequestStatus.AWAITING_PROOF),
                "say whose data it is about");
        subjectId = subject;
    }

    /** The client would rather be called back than answer a question online. */
    public void wantCall() {
        require(erasureBeganAt == null && status != RequestStatus.CLOSED, "ask for a call");
        callBack = CallBack.WANTED;
    }

    /** The firm owes the client a call; what the firm owes never stops the clock. */
    public void awaitCall() {
        require(erasureBeganAt == null && status != RequestStatus.CLOSED, "wait for a call");
        status = RequestStatus.AWAITING_CALL;
    }

    /** Whether the client was promised a call that is still to come. */
    public boolean owesCall() {
        boolean promised = status == RequestStatus.RECEIVED && callBack == CallBack.WANTED && proof != Proof.STRONG;
        return promised || status == RequestStatus.AWAITING_CALL;
    }

    /** The firm has called and nothing was confirmed. */
    public void callFailed() {
        require(status == RequestStatus.AWAITING_CALL, "note a call");
        callBack = CallBack.NOT_REACHED;
    }

    public void awaitProof(LocalDate dueOn) {
        require(erasureBeganAt == null && status != RequestStatus.CLOSED, "wait for proof");
        status = RequestStatus.AWAITING_PROOF;
        proofDueOn = dueOn;
    }

    /** The staff want to hear more from the client before they decide, whatever was proved so far. */
    public void demandProof() {
        require(status == RequestStatus.REVIEW, "ask the client");
        proofDemanded = true;
    }

    public void acceptProof() {
        if (status == RequestStatus.AWAITING_CALL) {
            callBack = CallBack.NONE;
        }
        if (status == RequestStatus.AWAITING_PROOF || status == RequestStatus.AWAITING_CALL) {
            status = RequestStatus.RECEIVED;
            proofDueOn = null;
        }
        proofDemanded = false;
    }

    public void moveTo(RequestStatus next) {
        require(
                status != RequestStatus.CLOSED
                        && (erasureBeganAt == null || next.compareTo(RequestStatus.ERASING) >= 0),
                "move to " + next);
        status = next;
    }

    /** Somebody has looked and knows who is behind a request that named nobody; what was proved so far, was proved of a stranger. */
    public void recogniseAs(UUID person) {
        require(subjectId == null && status == RequestStatus.REVIEW, "recognise the client");
        subjectId = person;
        proof = Proof.NONE;
        proofMethod = null;
        proofDemanded = false;
        status = RequestStatus.RECEIVED;
    }

    /** The clerk refuses the whole request; a second person must confirm it. */
    public void refuse(String code) {
        require(status == RequestStatus.REVIEW, "refuse");
        refusalCode = code;
    }

    /** A clerk finds that the requester may not ask for the person; a second person must confirm it. */
    public void refuseAuthority(String code) {
        require(capacity.isForAnother() && status == RequestStatus.RECEIVED, "refuse the authority");
        refusalCode = code;
    }

    /** The second person returned it. */
    public void withdrawRefusal() {
        require(status == RequestStatus.SECOND_REVIEW, "withdraw the refusal");
        refusalCode = null;
    }

    /** What its decisions rest on has changed: nobody decides about the old ones any more, nor about a refusal built on them. */
    public void decideAgain() {
        require(
                status == RequestStatus.OFFICER_REVIEW
                        || status == RequestStatus.REVIEW
                        || status == RequestStatus.SECOND_REVIEW,
                "decide again");
        refusalCode = null;
        status = RequestStatus.DECIDING;
    }

    public void beginErasure(Instant now) {
        require(status != RequestStatus.CLOSED, "begin erasure");
        if (erasureBeganAt == null) {
            erasureBeganAt = now;
        }
        status = RequestStatus.ERASING;
    }

    /** Gives the answer its verification code, once, and the certificate its number, once there is one. */
    public void certify(@Nullable String number, String code) {
        if (verificationCode == null) {
            verificationCode = code;
        }
        if (certificateNo == null) {
            certificateNo = number;
        }
    }

    public void close(RequestOutcome how, Instant now) {
        require(status != RequestStatus.CLOSED, "close");
        require(how != RequestOutcome.CANCELLED || canBeCancelled(), "cancel");
        status = RequestStatus.CLOSED;
        outcome = how;
        closedAt = now;
        proofDueOn = null;
    }

    /** A case closed for want of proof goes on when the proof comes. */
    public void reopen() {
        require(outcome == RequestOutcome.NO_PROOF && fileEndedAt == null, "reopen");
        status = RequestStatus.RECEIVED;
        outcome = null;
        closedAt = null;
        proofDueOn = null;
        callBack = CallBack.NONE;
    }

    /** The time for which its case file is kept is over: what was said and written is gone, and nothing can be added. */
    public void endFile(Instant now) {
        require(status == RequestStatus.CLOSED && fileEndedAt == null, "end the case file");
        fileEndedAt = now;
    }

    /** Until erasure begins; what the clock opened is nobody's to take back. */
    public boolean canBeCancelled() {
        return erasureBeganAt == null && CANCELLABLE.contains(status) && channel != Channel.CLOCK;
    }

    private void require(boolean allowed, String action) {
        if (!allowed) {
            throw new StateRefused("Request", reference, status, action);
        }
    }

    public Snapshot snapshot() {
        return new Snapshot(
                id,
                reference,
                type,
                capacity,
                subjectId,
                branchId,
                channel,
                language,
                categories,
                receivedAt,
                createdAt,
                status,
                outcome,
                proof,
                proofMethod,
                proofDemanded,
                proofDueOn,
                callBack,
                refusalCode,
                erasureBeganAt,
                closedAt,
                fileEndedAt,
                certificateNo,
                verificationCode,
                version);
    }

    public RequestId id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public RequestType type() {
        return type;
    }

    /** As whom somebody asks. */
    public Capacity capacity() {
        return capacity;
    }

    /** Whose data it is about; null where the firm knows nobody. */
    public @Nullable UUID subjectId() {
        return subjectId;
    }

    /**
     * Who may see it as its client: the data subject, or whoever holds the case where the firm knows nobody, and where somebody asks
     * for another person: they follow their case and see nothing else of that person.
     */
    public UUID owner() {
        return subjectId == null || capacity.isForAnother() ? id.value() : subjectId;
    }

    /** Whether this is the person in whose name an agent asks: they see the case, and may stop it. */
    public boolean isAskedInNameOf(UUID person) {
        return capacity == Capacity.AGENT && person.equals(subjectId);
    }

    public UUID branchId() {
        return branchId;
    }

    public Channel channel() {
        return channel;
    }

    public String language() {
        return language;
    }

    /** The categories asked for, or null for everything. */
    public @Nullable Set<Category> categories() {
        return categories;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public RequestStatus status() {
        return status;
    }

    public @Nullable RequestOutcome outcome() {
        return outcome;
    }

    public Proof proof() {
        return proof;
    }

    public @Nullable ProofMethod proofMethod() {
        return proofMethod;
    }

    public boolean proofDemanded() {
        return proofDemanded;
    }

    public @Nullable LocalDate proofDueOn() {
        return proofDueOn;
    }

    public CallBack callBack() {
        return callBack;
    }

    public @Nullable String refusalCode() {
        return refusalCode;
    }

    public @Nullable Instant erasureBeganAt() {
        return erasureBeganAt;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    /** When its case file was destroyed, or null while there is one. */
    public @Nullable Instant fileEndedAt() {
        return fileEndedAt;
    }

    public @Nullable String certificateNo() {
        return certificateNo;
    }

    public @Nullable String verificationCode() {
        return verificationCode;
    }

    /** Called when the request's row was written, so that what comes next can be written from this object too. */
    public void written() {
        version++;
    }

    public int version() {
        return version;
    }
}
