package io.shouxin.request;

import io.shouxin.record.Category;
import io.shouxin.shared.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How requests come in, and what a client may do with their own. */
public interface RequestIntake {

    /** Which members of the firm enter requests and take them back for clients, in their branches; the others only read. */
    Set<Role> HANDLERS = Set.of(Role.STAFF, Role.REVIEWER, Role.PRIVACY_OFFICER);

    /**
     * What holds of each record as things stand, what was decided in earlier cases included; a new request is decided anew, see
     * {@link #preview}.
     */
    List<RecordDecision> standing(UUID subject);

    /** What would happen to each record, as of now: the very decisions that the staff will see. */
    List<RecordDecision> preview(UUID subject, @Nullable Set<Category> categories);

    /** As {@link #preview}, for a caller who notes the look in the evidence log with more of what was shown. */
    List<RecordDecision> proposal(UUID subject, @Nullable Set<Category> categories);

    /** What proof the records in scope demand. */
    Proof proofNeeded(UUID subject, @Nullable Set<Category> categories);

    /**
     * Registers a request, starts its clock and its process.
     *
     * @throws io.shouxin.shared.InvalidInput if something is missing or wrong
     * @throws io.shouxin.shared.AccessRefused if the actor may not ask this for this person
     */
    SubjectRequest submit(NewRequest request);

    /**
     * As {@link #submit}, for somebody whom only another branch knows by exactly the number that was given: the case belongs to where it
     * was handed in, and is linked if the name is that person's. Otherwise somebody must look before it is answered.
     *
     * @param request names nobody, and how the person is called and reached
     */
    SubjectRequest submitKnownElsewhere(NewRequest request, OtherBranchEntry entry);

    /**
     * What a case that has just come in lacks, for those who entered it: its process finds that out only a moment later.
     *
     * @throws io.shouxin.shared.AccessRefused if the actor neither entered the case nor handles those of its branch
     */
    MissingProof missingProof(RequestId id);

    /** The request that an earlier call of the same caller made with this key, whatever it asked for. */
    Optional<SubjectRequest> entered(String idempotencyKey);

    /**
     * The request that an earlier call of the same caller made with this key, if its person was erased since: there is nobody left
     * with whom to compare the repeated call.
     */
    Optional<SubjectRequest> ofErased(@Nullable String idempotencyKey);

    /** Notes proof that the client gave online, and lets a waiting case go on. */
    void confirmIdentity(RequestId id, ProofMethod method);

    /**
     * A client who has signed in has proved with a code that the number on file is theirs; where that suffices, a case that waits
     * for proof goes on.
     *
     * @return whether the waiting case has, by that, all the proof it needs
     */
    boolean confirmSignIn(RequestId id);

    /** The client's answer to a question of the staff; lets the waiting case go on. */
    void answerQuestion(RequestId id, String text);

    /**
     * The client would rather be called back than prove online: the clock runs on and the firm owes the call.
     *
     * @throws io.shouxin.shared.StateRefused if no proof of identity is waited for
     */
    void wantCall(RequestId id);

    /**
     * Takes the request back.
     *
     * @throws io.shouxin.shared.StateRefused once erasure has begun
     */
    void cancel(RequestId id);

    /**
     * Opens a case again that was closed for want of proof; its client may, and the staff of its branch.
     *
     * @param method how the person was recognised, or null where the firm is to call them back
     */
    void reopen(RequestId id, @Nullable ProofMethod method);
}
