package io.shouxin.request.internal;

import io.shouxin.document.FileStore;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.notification.Messages;
import io.shouxin.platform.Failpoints;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import io.shouxin.record.Hold;
import io.shouxin.record.HoldKind;
import io.shouxin.record.Holds;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.subject.Subjects;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends case files: what was said, written and sent in a case goes, and its key with it, so that no backup keeps it readable either
 * (PIPL 19 and 47). What stays holds ids, codes and dates: the request, its decisions and receipts, and the log.
 */
@Component
class CaseFileEnding {

    private final Requests requests;
    private final DecisionRows decisions;
    private final CaseTexts texts;
    private final RequesterService requesters;
    private final CaseEvents events;
    private final CaseWords words;
    private final FileStore files;
    private final ProofFileRows proofs;
    private final Messages messages;
    private final KeyVault keys;
    private final Subjects subjects;
    private final Holds holds;
    private final EvidenceLog evidence;
    private final Failpoints failpoints;
    private final Clock clock;

    CaseFileEnding(
            Requests requests,
            DecisionRows decisions,
            CaseTexts texts,
            RequesterService requesters,
            CaseEvents events,
            CaseWords words,
            FileStore files,
            ProofFileRows proofs,
            Messages messages,
            KeyVault keys,
            Subjects subjects,
            Holds holds,
            EvidenceLog evidence,
            Failpoints failpoints,
            Clock clock) {
        this.requests = requests;
        this.decisions = decisions;
        this.texts = texts;
        this.requesters = requesters;
        this.events = events;
        this.words = words;
        this.files = files;
        this.proofs = proofs;
        this.messages = messages;
        this.keys = keys;
        this.subjects = subjects;
        this.holds = holds;
        this.evidence = evidence;
        this.failpoints = failpoints;
        this.clock = clock;
    }

    /**
     * Ends the files of those cases that are still closed and past their last day, and about whose people nothing is sealed. All or
     * none, with the caller's transaction.
     *
     * @return how many it ended
     */
    @Transactional(propagation = Propagation.MANDATORY)
    int end(Collection<RequestId> ids) {
        List<SubjectRequest> over = withoutDisputes(
                ids.stream().map(requests::lock).filter(this::isOver).toList());
        if (over.isEmpty()) {
            return 0;
        }
        Set<UUID> cases = over.stream().map(request -> request.id().value()).collect(Collectors.toSet());
        Map<UUID, KeyVault.Destroyed> destroyed = keys.destroyAll(KeyScope.Kind.CASE, cases);
        texts.deleteAll(cases);
        requesters.forget(cases);
        decisions.forgetClaimNumbers(cases);
        messages.deleteAll(cases);
        proofs.destroyAll(cases);
        for (SubjectRequest request : over) {
            files.deleteAll(KeyScope.caseFile(request.id().value()));
            end(request, destroyed.get(request.id().value()));
        }
        failpoints.pass("case-file-ended");
        return over.size();
    }

    private boolean isOver(SubjectRequest request) {
        Instant closed = request.closedAt();
        return closed != null && request.fileEndedAt() == null && words.isFileOver(closed, request.branchId());
    }

    private void end(SubjectRequest request, KeyVault.@Nullable Destroyed key) {
        request.endFile(clock.instant());
        requests.update(request);
        events.add(request.id(), CaseEvent.Kind.FILE_ENDED, Actor.SYSTEM, null);
        evidence.append(event(EvidenceKind.CASE_FILE_ENDED, request)
                .target("request", request.id())
                .detail("until", words.caseFileUntil(request))
                .detail("table", words.retentionTable())
                .build());
        if (key != null) {
            evidence.append(event(EvidenceKind.KEY_DESTROYED, request)
                    .target("key", key.keyId())
                    .build());
        }
    }

    private static EvidenceEvent.Builder event(EvidenceKind kind, SubjectRequest request) {
        return EvidenceEvent.of(kind, Actor.SYSTEM).caseId(request.id().value()).subjectId(request.subjectId());
    }

    /** A dispute may need the file as much as the records; whoever seals waits for the lock on the people, or was first. */
    private List<SubjectRequest> withoutDisputes(List<SubjectRequest> closed) {
        Map<RequestId, Set<UUID>> people =
                closed.stream().collect(Collectors.toMap(SubjectRequest::id, this::peopleOf));
        Set<UUID> all = people.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        subjects.lockAll(all);
        Set<UUID> sealed = holds.standing(all).stream()
                .filter(hold -> hold.kind() == HoldKind.SEAL)
                .map(Hold::subjectId)
                .collect(Collectors.toSet());
        return closed.stream()
                .filter(request ->
                        people.getOrDefault(request.id(), Set.of()).stream().noneMatch(sealed::contains))
                .toList();
    }

    private Set<UUID> peopleOf(SubjectRequest request) {
        Set<UUID> people = decisions.of(request.id()).stream()
                .map(RecordDecision::subjectId)
                .collect(Collectors.toCollection(HashSet::new));
        if (request.subjectId() != null) {
            people.add(request.subjectId());
        }
        return people;
    }
}
