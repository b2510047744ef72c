package io.shouxin.request;

import io.shouxin.document.CheckedFile;
import io.shouxin.document.FileProblem;
import io.shouxin.shared.StateRefused;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that was handed in as proof. Nobody opens it before it is cleared, and it proves nothing before a person has seen it. It
 * refuses what its state does not allow; its content lies in the case file, and goes when the case
 * is over.
 */
public final class ProofFile {

    /** How far a file has come. */
    public enum State {
        /** It came in and is being looked at; nothing of it is kept yet. */
        RECEIVED,
        /** Written anew and kept, but not yet known to be harmless: nobody opens it. */
        QUARANTINED,
        CLEARED,
        /** It was not taken; nothing of it is kept. */
        REFUSED,
        /** Its content is gone: it was taken back, never sent, or its case is over. */
        DESTROYED
    }

    /** What came of looking at it. */
    public enum Judgement {
        ACCEPTED,
        NOT_ENOUGH,
        /** It was at hand when somebody went through the case; who the client is stood already, or was asked otherwise. */
        NOT_NEEDED
    }

    private final UUID id;
    private final RequestId request;
    private final int number;
    private final boolean byStaff;
    private final Instant receivedAt;
    private final @Nullable Paper paper;
    private State state;
    private @Nullable FileProblem problem;
    private @Nullable UUID fileId;
    private @Nullable String mediaType;
    private long size;
    private @Nullable Instant submittedAt;
    private @Nullable Judgement judgement;

    /** As it stands in the database; only the repository and {@link #receive} build one. */
    public ProofFile(Snapshot s) {
        this.id = s.id();
        this.request = s.request();
        this.number = s.number();
        this.byStaff = s.byStaff();
        this.receivedAt = s.receivedAt();
        this.paper = s.paper();
        this.state = s.state();
        this.problem = s.problem();
        this.fileId = s.fileId();
        this.mediaType = s.mediaType();
        this.size = s.size();
        this.submittedAt = s.submittedAt();
        this.judgement = s.judgement();
    }

    /** All state, for the repository. */
    public record Snapshot(
            UUID id,
            RequestId request,
            int number,
            State state,
            @Nullable FileProblem problem,
            boolean byStaff,
            @Nullable UUID fileId,
            @Nullable String mediaType,
            long size,
            Instant receivedAt,
            @Nullable Instant submittedAt,
            @Nullable Judgement judgement,
            @Nullable Paper paper) {}

    /**
     * A file that has just come in.
     *
     * @param number counts the files of a case; what it is called is made of it
     */
    public static ProofFile receive(UUID id, RequestId request, int number, boolean byStaff, Instant now) {
        return receive(id, request, number, byStaff, null, now);
    }

    /**
     * As {@link #receive(UUID, RequestId, int, boolean, Instant)}.
     *
     * @param paper which paper whoever hands it in says it is; null where that was not asked
     */
    public static ProofFile receive(
            UUID id, RequestId request, int number, boolean byStaff, @Nullable Paper paper, Instant now) {
        return new ProofFile(new Snapshot(
                id, request, number, State.RECEIVED, null, byStaff, null, null, 0, now, null, null, paper));
    }

    /** It passed the checks of its content, was written anew and is kept shut. */
    public void quarantine(UUID file, CheckedFile checked) {
        require(state == State.RECEIVED, "keep");
        state = State.QUARANTINED;
        fileId = file;
        mediaType = checked.mediaType();
        size = checked.content().length;
    }

    /** It is known to be harmless. */
    public void clear() {
        require(state == State.QUARANTINED, "clear");
        state = State.CLEARED;
    }

    /** It is not taken; the caller deletes what is kept of it. */
    public void refuse(FileProblem why) {
        require(state == State.RECEIVED || state == State.QUARANTINED, "refuse");
        state = State.REFUSED;
        problem = why;
        fileId = null;
    }

    /** The client takes it back before it was sent. */
    public void remove() {
        require(submittedAt == null && isKept(), "remove");
        destroy();
    }

    /** The caller deletes what is kept of it. */
    public void destroy() {
        require(state != State.DESTROYED && state != State.REFUSED, "destroy");
        state = State.DESTROYED;
        fileId = null;
    }

    /** The client sends it; from here on it is the firm's turn. */
    public void submit(Instant now) {
        require(submittedAt == null && isKept(), "send");
        submittedAt = now;
    }

    /** A person has seen it. */
    public void judge(Judgement said) {
        require(awaitsJudgement(), "judge");
        judgement = said;
    }

    /** Whether its content is there, seen or not. */
    public boolean isKept() {
        return state == State.QUARANTINED || state == State.CLEARED;
    }

    /** Whether it was sent and nobody has said yet whether it proves anything. */
    public boolean awaitsJudgement() {
        return submittedAt != null && judgement == null && isKept();
    }

    /** Whether its client may still take it back. */
    public boolean isUnsent() {
        return submittedAt == null && isKept();
    }

    private void require(boolean allowed, String action) {
        if (!allowed) {
            throw new StateRefused("proof file", id, state, action);
        }
    }

    public Snapshot snapshot() {
        return new Snapshot(
                id,
                request,
                number,
                state,
                problem,
                byStaff,
                fileId,
                mediaType,
                size,
                receivedAt,
                submittedAt,
                judgement,
                paper);
    }

    public UUID id() {
        return id;
    }

    public RequestId request() {
        return request;
    }

    public int number() {
        return number;
    }

    public boolean byStaff() {
        return byStaff;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public State state() {
        return state;
    }

    /** Which paper whoever handed it in says it is. */
    public @Nullable Paper paper() {
        return paper;
    }

    /** Why it was refused. */
    public @Nullable FileProblem problem() {
        return problem;
    }

    public @Nullable UUID fileId() {
        return fileId;
    }

    public @Nullable String mediaType() {
        return mediaType;
    }

    /** In bytes, as it is kept. */
    public long size() {
        return size;
    }

    public @Nullable Judgement judgement() {
        return judgement;
    }
}
