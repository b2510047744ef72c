package io.shouxin.record;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.record.internal.ErasedOutside;
import io.shouxin.shared.Actor;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases again what a database that came back from a back-up has undone (security-reliability D3). */
@Service
public class ErasureReplay {

    private final ErasedOutside outside;
    private final RecordErasure erasure;
    private final EvidenceLog evidence;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    public ErasureReplay(
            ErasedOutside outside,
            RecordErasure erasure,
            EvidenceLog evidence,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.outside = outside;
        this.erasure = erasure;
        this.evidence = evidence;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * Told within the transaction that erases again.
     *
     * @param caseId the case that had erased
     * @param people those of whom nothing is left, or a part is gone
     */
    public record ErasedAgain(UUID caseId, Set<UUID> people) {}

    /**
     * @param erasures how many were done again
     * @param records how many records were there again and are gone now
     */
    public record Done(int erasures, int records) {}

    /** All that is undone now. */
    public Done replay() {
        List<ErasureEntry> undone = outside.undone();
        int records = 0;
        for (ErasureEntry entry : undone) {
            Integer erased = transaction.execute(status -> eraseAgain(entry));
            records += erased == null ? 0 : erased;
        }
        return new Done(undone.size(), records);
    }

    private int eraseAgain(ErasureEntry entry) {
        int erased = erasure.eraseAgain(entry);
        if (erasure.remaining(entry.recordIds()) > 0) {
            throw new IllegalStateException(
                    "Records of case " + entry.caseId() + " are still there after erasing again");
        }
        evidence.append(EvidenceEvent.of(EvidenceKind.ERASURE_REPEATED, Actor.SYSTEM)
                .caseId(entry.caseId())
                .target("erasure", entry.id())
                .detail("records", erased)
                .build());
        events.publishEvent(new ErasedAgain(entry.caseId(), entry.records().keySet()));
        return erased;
    }
}
