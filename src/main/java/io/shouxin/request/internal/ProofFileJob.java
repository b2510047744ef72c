package io.shouxin.request.internal;

import io.shouxin.document.VirusScan;
import io.shouxin.request.ProofFile;
import io.shouxin.shared.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private static final int AWAY = 3;

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
        forgetUnsent();
        scanAgain();
    }

    /**
     * A scanner may stumble over one file and answer about the next; where it is silent about several in a row, it is away. Where the
     * operator has taken it away, the check of the content alone clears.
     */
    void scanAgain() {
        int inARow = 0;
        boolean silent = false;
        for (ProofFile file : rows.quarantined(AT_A_TIME)) {
            AtomicBoolean noAnswer = new AtomicBoolean();
            alone(file.id(), id -> noAnswer.set(scanAgain(file) == VirusScan.Verdict.NO_ANSWER));
            inARow = noAnswer.get() ? inARow + 1 : 0;
            silent |= noAnswer.get();
            if (inARow == AWAY) {
                break;
            }
        }
        if (silent) {
            LOG.warn("The scanner gives no answer; proof files stay shut and are tried again");
        }
    }

    private VirusScan.Verdict scanAgain(ProofFile file) {
        VirusScan.Verdict verdict = VirusScan.Verdict.CLEAN;
        if (scan.isOn()) {
            byte[] content = keeping.content(file).orElseThrow(() -> new NotFound("proof file", file.id()));
            verdict = scan.scan(content);
        }
        keeping.settle(file.id(), verdict);
        return verdict;
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
