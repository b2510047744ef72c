package io.shouxin.request.internal;

import io.shouxin.document.VirusScan;
import io.shouxin.request.ProofFile;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks the scanner again about what it could not be asked when it came, and destroys what was handed in and never sent. Any number of
 * nodes may do so at a time: each file is settled under the lock of its case, and once.
 */
@Component
class ProofFileJob {

    /** The page says so. */
    static final Duration UNSENT = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(ProofFileJob.class);
    private static final int AT_A_TIME = 50;

    private final ProofFileRows rows;
    private final ProofFileKeeping keeping;
    private final VirusScan scan;
    private final Clock clock;

    ProofFileJob(ProofFileRows rows, ProofFileKeeping keeping, VirusScan scan, Clock clock) {
        this.rows = rows;
        this.keeping = keeping;
        this.scan = scan;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT2M")
    void work() {
        scanAgain();
        forgetUnsent();
    }

    /** Where the operator has taken the scanner away, the check of the content alone clears. */
    void scanAgain() {
        for (ProofFile file : rows.quarantined(AT_A_TIME)) {
            VirusScan.Verdict verdict = scan.isOn()
                    ? keeping.content(file).map(scan::scan).orElse(VirusScan.Verdict.NO_ANSWER)
                    : VirusScan.Verdict.CLEAN;
            if (verdict == VirusScan.Verdict.NO_ANSWER) {
                LOG.warn("The scanner gives no answer; proof files stay shut and are tried again");
                return;
            }
            alone(file.id(), id -> keeping.settle(id, verdict));
        }
    }

    void forgetUnsent() {
        rows.unsentSince(clock.instant().minus(UNSENT), AT_A_TIME)
                .forEach(file -> alone(file.id(), keeping::forgetUnsent));
    }

    /** One file that cannot be settled does not keep the others from it. */
    private static void alone(UUID id, Consumer<UUID> work) {
        try {
            work.accept(id);
        } catch (RuntimeException e) {
            LOG.warn("Proof file {} is tried again: {}", id, e.getClass().getName());
        }
    }
}
