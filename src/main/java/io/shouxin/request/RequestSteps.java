package io.shouxin.request;

import java.time.Instant;
import java.util.List;

/**
 * What the process of a deletion request asks the domain to do, one method for each service step. Each method may be called
 * again after a crash and then changes nothing twice.
 */
public interface RequestSteps {

    /** Whether the proof of identity at hand suffices for the sensitivity of what is asked. */
    boolean identitySuffices(RequestId request);

    /**
     * Whether the next move is the firm's: the client wants to be called back, or nothing is on file that could be asked online.
     * The clock rests only while the client owes proof, so it runs on meanwhile.
     */
    boolean owesCall(RequestId request);

    /** Whether files were handed in as proof that no person has judged yet; the clock runs until one has. */
    boolean owesLook(RequestId request);

    /** Notes that the firm owes a call and tells the client so. */
    void planCall(RequestId request);

    /**
     * Tells the client what is missing. For proof of identity the clock rests (law.md §8 D3, R1 is a pause, not a refusal); while a
     * question of the staff is open it runs on.
     */
    void askForProof(RequestId request);

    /** When the client is no longer waited for: 15 working days after proof was asked for, a question not beyond the internal date. */
    Instant proofDueAt(RequestId request);

    /** Whether the client was asked a question and no proof: a case is never closed for want of an answer. */
    boolean asksOnly(RequestId request);

    /** Resumes a clock that rested: proof came, or the client now wants to be called. */
    void acceptProof(RequestId request);

    /** Whether somebody asks for another person of whom nobody has said yet that they may. */
    boolean needsAuthority(RequestId request);

    /** Whether a person found that the requester may not ask for the other; a second person looks at that. */
    boolean authorityRefused(RequestId request);

    /** Whether papers of authority are there to be looked at; else the requester owes them. */
    boolean papersAtHand(RequestId request);

    /** Tells the requester which papers are missing, all at once; the clock rests. */
    void askForPapers(RequestId request);

    /** Resumes the clock: papers came. */
    void acceptPapers(RequestId request);

    /** Answers the client that the case is closed for want of proof and can be reopened. */
    void closeWithoutProof(RequestId request);

    /** Stops processing except storage where a ground of PIPL 47(1) is arguable. */
    void restrictProcessing(RequestId request);

    /** Proposes a decision for every record in scope. */
    void decideRecords(RequestId request);

    /** Whether a record was left to the privacy officer (strength B, a missing date). */
    boolean needsOfficer(RequestId request);

    /**
     * Whether nobody need look at the proposals: the clock opened the case, and the rules erase all that came back. Two people had
     * looked at it when it was kept.
     */
    boolean needsNoReview(RequestId request);

    /** Puts the case before the clerk; called again when the second person has returned it. */
    void openReview(RequestId request);

    /** Whether a second person must confirm what was decided, see {@link SecondReviewGround}. */
    boolean needsSecondReview(RequestId request);

    /** Puts the case before a second person who has not touched it. */
    void openSecondReview(RequestId request);

    /** Tells the privacy officer that a task of this case stands at or past its date. */
    void escalate(RequestId request);

    /** The last moment of the day on which the answer is due. */
    Instant dueAt(RequestId request);

    /** From here on the request can no longer be cancelled. Returns the systems that hold something to erase, maybe none. */
    List<String> beginErasure(RequestId request);

    /** Writes the effect row PLANNED for this system. */
    void planErasure(RequestId request, String system);

    /** Sends what is planned and confirms it; reconciles what an earlier, interrupted run has sent. */
    void dispatchErasure(RequestId request, String system);

    /** Counts that nothing is left in this system of what was to be erased. */
    boolean verifyErasure(RequestId request, String system);

    /** Issues letter and, where anything was erased, certificate, and tells the client. */
    void answer(RequestId request);

    /** Ends restriction and clock and closes the case. */
    void close(RequestId request);

    /** Answers and closes a request that the client took back. */
    void closeCancelled(RequestId request);
}
