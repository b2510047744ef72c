package io.shouxin.request.internal;

import io.shouxin.document.CheckedFile;
import io.shouxin.document.FileProblem;
import io.shouxin.document.FileStore;
import io.shouxin.document.VirusScan;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.KeyScope;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.ProofFile;
import io.shouxin.request.RequestId;
import io.shouxin.shared.Actor;
import io.shouxin.shared.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves a proof file from state to state, its content with it, and writes each move down. The case is locked first. */
@Component
class ProofFileKeeping {

    private static final String KIND = "proof";

    private final Requests requests;
    private final ProofFileRows rows;
    private final FileStore files;
    private final CaseEvents events;
    private final EvidenceLog evidence;
    private final Clock clock;

    ProofFileKeeping(
            Requests requests,
            ProofFileRows rows,
            FileStore files,
            CaseEvents events,
            EvidenceLog evidence,
            Clock clock) {
        this.requests = requests;
        this.rows = rows;
        this.files = files;
        this.events = events;
        this.evidence = evidence;
        this.clock = clock;
    }

    /**
     * Keeps what was written anew, shut until it is cleared. A file that nobody could scan, because no scanner is named, is clear.
     *
     * @param sent whether it counts as sent at once
     */
    @Transactional
    public ProofFile keep(UUID id, CheckedFile checked, boolean scanned, boolean sent, Actor actor) {
        ProofFile file = locked(id);
        UUID stored = files.store(scope(file), KIND, checked.mediaType(), checked.content());
        file.quarantine(stored, checked);
        if (!scanned) {
            file.clear();
        }
        if (sent) {
            file.submit(clock.instant());
        }
        rows.update(file);
        log(EvidenceKind.PROOF_CHECKED, file, actor);
        if (sent) {
            received(file.request(), List.of(file), actor);
        }
        return file;
    }

    /** Writes down that these files were sent, by the client or by staff for who came to the counter. */
    @Transactional
    public void received(RequestId request, List<ProofFile> sent, Actor actor) {
        events.add(request, CaseEvent.Kind.PROOF_RECEIVED, actor, "FILES");
        evidence.append(EvidenceEvent.of(EvidenceKind.PROOF_RECEIVED, actor)
                .caseId(request.value())
                .subjectId(requests.get(request).subjectId())
                .outcome("FILES")
                .ids("proof", sent.stream().map(ProofFile::id).toList())
                .build());
    }

    /** Notes that a file is not taken; what is kept of it goes. */
    @Transactional
    public ProofFile refuse(UUID id, FileProblem why, Actor actor) {
        ProofFile file = locked(id);
        boolean sent = file.snapshot().submittedAt() != null;
        forget(file);
        file.refuse(why);
        rows.update(file);
        if (sent) {
            events.add(file.request(), CaseEvent.Kind.PROOF_REFUSED, actor, why.name());
        }
        log(EvidenceKind.PROOF_CHECKED, file, actor);
        return file;
    }

    /** What a scanner said about a file that waited for it. Nothing is changed where it is settled by now, or nothing was said. */
    @Transactional
    public ProofFile settle(UUID id, VirusScan.Verdict verdict) {
        ProofFile file = locked(id);
        if (file.state() != ProofFile.State.QUARANTINED || verdict == VirusScan.Verdict.NO_ANSWER) {
            return file;
        }
        if (verdict == VirusScan.Verdict.INFECTED) {
            return refuse(id, FileProblem.INFECTED, Actor.SYSTEM);
        }
        file.clear();
        rows.update(file);
        log(EvidenceKind.PROOF_CHECKED, file, Actor.SYSTEM);
        return file;
    }

    /** The client takes it back. */
    @Transactional
    public void remove(UUID id, Actor actor) {
        ProofFile file = locked(id);
        forget(file);
        file.remove();
        rows.update(file);
        log(EvidenceKind.PROOF_DESTROYED, file, actor);
    }

    /** It was handed in long ago and never sent. */
    @Transactional
    public void forgetUnsent(UUID id) {
        ProofFile file = locked(id);
        if (file.snapshot().submittedAt() != null
                || file.state() == ProofFile.State.REFUSED
                || file.state() == ProofFile.State.DESTROYED) {
            return; // it was sent, or settled otherwise, since it was looked for
        }
        forget(file);
        file.destroy();
        rows.update(file);
        log(EvidenceKind.PROOF_DESTROYED, file, Actor.SYSTEM);
    }

    /** The case is over, and nothing is left for them to prove: their content goes, codes and dates stay. The caller holds the case. */
    @Transactional
    public void destroyAll(RequestId request) {
        rows.of(request).stream().filter(ProofFile::isKept).forEach(file -> {
            forget(file);
            file.destroy();
            rows.update(file);
            log(EvidenceKind.PROOF_DESTROYED, file, Actor.SYSTEM);
        });
    }

    /** Its content, or nothing where none is kept. */
    @Transactional
    public Optional<byte[]> content(ProofFile file) {
        UUID stored = file.fileId();
        return stored == null ? Optional.empty() : files.read(scope(file), stored);
    }

    private ProofFile locked(UUID id) {
        RequestId request = rows.find(id).map(ProofFile::request).orElseThrow(() -> new NotFound("proof file", id));
        requests.lock(request);
        return rows.find(id).orElseThrow(() -> new NotFound("proof file", id));
    }

    private void forget(ProofFile file) {
        UUID stored = file.fileId();
        if (stored != null) {
            files.delete(scope(file), stored);
        }
    }

    private static KeyScope scope(ProofFile file) {
        return KeyScope.caseFile(file.request().value());
    }

    private void log(EvidenceKind kind, ProofFile file, Actor actor) {
        FileProblem problem = file.problem();
        evidence.append(EvidenceEvent.of(kind, actor)
                .caseId(file.request().value())
                .subjectId(requests.get(file.request()).subjectId())
                .target("proof", file.id())
                .outcome(file.state().name())
                .detail("problem", problem == null ? null : problem.name())
                .build());
    }
}
