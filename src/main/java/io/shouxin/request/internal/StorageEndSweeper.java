package io.shouxin.request.internal;

import io.shouxin.record.Holds;
import io.shouxin.request.StorageEnds;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Goes through all that ended, one transaction for each client, so that one that fails holds back nobody else. */
@Service
class StorageEndSweeper implements StorageEnds {

    private static final Logger LOG = LoggerFactory.getLogger(StorageEndSweeper.class);
    private static final int PAGE = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Holds holds;
    private final ReturnOpener opener;
    private final Clock clock;

    StorageEndSweeper(Holds holds, ReturnOpener opener, Clock clock) {
        this.holds = holds;
        this.opener = opener;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT1H")
    void openOnSchedule() {
        int opened = openNow();
        if (opened > 0) {
            LOG.info("Periods of keeping ended: {} cases opened", opened);
        }
    }

    @Override
    public int openNow() {
        int opened = 0;
        UUID last = BEFORE_ALL;
        List<UUID> page;
        do {
            page = holds.casesWithEndedStorage(CaseWords.day(clock.instant()), last, PAGE);
            for (UUID keptBy : page) {
                if (open(keptBy)) {
                    opened++;
                }
                last = keptBy;
            }
        } while (page.size() == PAGE);
        return opened;
    }

    private boolean open(UUID keptBy) {
        try {
            return opener.openFor(keptBy);
        } catch (RuntimeException e) {
            LOG.warn(
                    "What case {} kept until a day that is over waits for the next sweep: {}",
                    keptBy,
                    e.getClass().getName());
            return false;
        }
    }
}
