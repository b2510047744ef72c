package io.shouxin.operation.internal;

import io.shouxin.evidence.Checkpoint;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.evidence.EvidenceSequencer;
import io.shouxin.evidence.VerifyResult;
import io.shouxin.platform.DataDirectory;
import io.shouxin.platform.backup.BackupRefused;
import io.shouxin.platform.backup.DatabaseRestored;
import io.shouxin.platform.backup.Restore;
import io.shouxin.record.ErasureReplay;
import io.shouxin.shared.Actor;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks the log of a database that came back, erases again what it has undone, and writes down that it came back. */
final class RestoredLog {

    private final EvidenceReader evidence;
    private final EvidenceLog log;
    private final EvidenceSequencer sequencer;
    private final ErasureReplay erasures;
    private final TransactionTemplate transaction;
    private final ApplicationContext context;
    private final Console console;
    private final boolean trial;

    RestoredLog(ApplicationContext context, Console console, boolean trial) {
        this.evidence = context.getBean(EvidenceReader.class);
        this.log = context.getBean(EvidenceLog.class);
        this.sequencer = context.getBean(EvidenceSequencer.class);
        this.erasures = context.getBean(ErasureReplay.class);
        this.transaction = context.getBean(TransactionTemplate.class);
        this.context = context;
        this.console = console;
        this.trial = trial;
    }

    void work() {
        VerifyResult found = evidence.verifyAll();
        if (found.problem() == VerifyResult.Problem.EXPORT_DIFFERS) {
            Restore.putAsideCheckpoints(context.getBean(DataDirectory.class).path(), context.getBean(Clock.class));
            found = evidence.verifyAll();
        }
        refuseUnlessIntact(found);
        long before = found.size();
        Instant state = evidence.latestCheckpoint().map(Checkpoint::at).orElse(Instant.EPOCH);
        console.say("operation.restore.intact", found.size(), state);
        ErasureReplay.Done done = erasures.replay();
        console.say("operation.restore.repeated", done.erasures(), done.records());
        if (trial) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            context.publishEvent(new DatabaseRestored(state));
            log.append(EvidenceEvent.of(EvidenceKind.DATABASE_RESTORED, Actor.SYSTEM)
                    .detail("state", state)
                    .detail("entries", before)
                    .detail("erasures", done.erasures())
                    .build());
        });
        while (sequencer.sequenceNow() > 0) {
            // until nothing waits
        }
        refuseUnlessIntact(evidence.verifyAll());
    }

    private static void refuseUnlessIntact(VerifyResult result) {
        if (!result.intact()) {
            throw new BackupRefused(
                    "operation.restore.evidence",
                    String.valueOf(result.problem()),
                    String.valueOf(result.firstBadSeq()));
        }
    }
}
