package io.shouxin.request;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads cases: a client their own, staff those of their branches. What an actor may not see is not found. */
public interface RequestReader {

    /** @throws io.shouxin.shared.NotFound if there is none that the actor may see */
    CaseView get(RequestId id);

    /** As {@link #get}, by the number on the receipt. */
    CaseView byReference(String reference);

    /** The actor's own requests (client), newest first. */
    List<SubjectRequest> ofClient(UUID subject);

    /** The actor's own requests (client) that are not closed, newest first, with what is decided in them. Opens no case file. */
    List<OpenCase> openOfClient(UUID subject);

    /** The cases that kept what came back in this one, as far as the actor may see them; none unless the clock opened it. */
    List<SubjectRequest> keptBy(RequestId id);

    /**
     * The cases that a member of the firm finds by the whole name or telephone of the person behind them, as given in the case or on
     * file, newest first; written down without what was searched for. Nothing for those who may not see a person unmasked.
     */
    List<SubjectRequest> ofPerson(String typed);

    /** Those of these cases that the actor may see, to name them by their numbers. */
    List<SubjectRequest> named(Collection<UUID> cases);

    /** Requests in the actor's branches, newest first. */
    List<SubjectRequest> list(@Nullable RequestStatus status, @Nullable RequestType type, int offset, int limit);

    int count(@Nullable RequestStatus status, @Nullable RequestType type);

    /** Requests that the actor may see, newest first: of their branches (staff), or all (integrators). */
    List<SubjectRequest> list(RequestFilter filter, int offset, int limit);

    int count(RequestFilter filter);

    /** A document of the case, e.g. {@code receipt-zh}, {@code letter-en}, {@code certificate-zh}; see {@link DocumentName}. */
    byte[] document(RequestId id, String name);

    /**
     * The letter as it would be sent if the case were decided now, without the full name.
     *
     * @param noted what the reader has noted about a decision and not sent yet; identity if nothing
     */
    byte[] letterDraft(RequestId id, UnaryOperator<RecordDecision> noted, Locale locale);

    /** What a public page may say about a certificate or letter; holds no personal data. */
    Optional<Verified> verify(String code);

    /**
     * @param outcome what the last letter that was issued says
     * @param underWay whether the case goes on: it was reopened after that letter
     * @param papers what was issued under this code, oldest first; empty once the case file has ended
     * @param erased number of erased records, 0 for a letter without erasure
     * @param certificateNo null for a letter without erasure
     * @param fileEndedAt when the firm destroyed its own copies; null while it keeps them
     */
    record Verified(
            String reference,
            @Nullable String certificateNo,
            java.time.Instant issuedAt,
            int erased,
            int kept,
            RequestOutcome outcome,
            boolean underWay,
            List<Paper> papers,
            List<ErasureReceipt> systems,
            java.time.@Nullable Instant fileEndedAt) {}

    /** One issued document, in whatever languages. */
    record Paper(String kind, int round, java.time.Instant issuedAt) {}
}
