package io.shouxin.request.internal;

import io.shouxin.document.FileStore;
import io.shouxin.platform.KeyScope;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.DocumentName;
import io.shouxin.request.ErasureReceipt;
import io.shouxin.request.PapersElsewhere;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestReader.Paper;
import io.shouxin.request.RequestReader.Verified;
import io.shouxin.request.SubjectRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tells of a document that bears a code whether it was issued. Whatever was once issued stays genuine, also while a reopened case is
 * under way again.
 */
@Component
class IssuedPapers {

    private static final Set<CaseEvent.Kind> LETTERS = Set.of(CaseEvent.Kind.ANSWERED, CaseEvent.Kind.NO_PROOF);

    private final Requests requests;
    private final CaseEvents events;
    private final DecisionRows decisions;
    private final ErasureRows erasures;
    private final CaseOutcome outcomes;
    private final FileStore files;
    private final List<PapersElsewhere> elsewhere;

    IssuedPapers(
            Requests requests,
            CaseEvents events,
            DecisionRows decisions,
            ErasureRows erasures,
            CaseOutcome outcomes,
            FileStore files,
            List<PapersElsewhere> elsewhere) {
        this.requests = requests;
        this.events = events;
        this.decisions = decisions;
        this.erasures = erasures;
        this.outcomes = outcomes;
        this.files = files;
        this.elsewhere = List.copyOf(elsewhere);
    }

    Optional<Verified> find(String code) {
        return requests.byVerificationCode(code).flatMap(this::verified).or(() -> elsewhere.stream()
                .flatMap(papers -> papers.find(code).stream())
                .findFirst());
    }

    private Optional<Verified> verified(SubjectRequest request) {
        Instant closedAt = request.closedAt();
        RequestOutcome outcome = request.outcome();
        if (closedAt != null && outcome != null) {
            return Optional.of(verified(request, closedAt, outcome));
        }
        return events.of(request.id()).stream()
                .filter(event -> LETTERS.contains(event.kind()))
                .reduce((earlier, later) -> later)
                .map(letter -> verified(
                        request,
                        letter.at(),
                        letter.kind() == CaseEvent.Kind.NO_PROOF ? RequestOutcome.NO_PROOF : outcomes.of(request)));
    }

    private Verified verified(SubjectRequest request, Instant issuedAt, RequestOutcome outcome) {
        List<ErasureReceipt> done = erasures.of(request.id());
        long kept = outcome == RequestOutcome.NO_PROOF
                ? 0
                : decisions.of(request.id()).stream()
                        .filter(decision -> !decision.erases())
                        .count();
        return new Verified(
                request.reference(),
                request.certificateNo(),
                issuedAt,
                done.stream().mapToInt(ErasureReceipt::erased).sum(),
                (int) kept,
                outcome,
                request.closedAt() == null,
                papers(request.id()),
                done,
                request.fileEndedAt());
    }

    private List<Paper> papers(RequestId id) {
        return files.list(KeyScope.caseFile(id.value())).stream()
                .flatMap(file -> DocumentName.read(file.kind())
                        .filter(name ->
                                name.language().equals("zh") && !name.kind().equals(DocumentName.RECEIPT))
                        .map(name -> new Paper(name.kind(), name.round(), file.at()))
                        .stream())
                .toList();
    }
}
