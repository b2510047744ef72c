package io.shouxin.deadline.internal;

import io.shouxin.deadline.DeadlineCount;
import io.shouxin.deadline.DeadlineWarning;
import io.shouxin.deadline.WarningSweep;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction per warning, so that a listener that fails holds back its own case only. */
@Service
class WarningSweeper implements WarningSweep {

    private static final Logger LOG = LoggerFactory.getLogger(WarningSweeper.class);
    private static final int AT_ONCE = 10_000;

    private final WarningStore warnings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WarningSweeper(
            WarningStore warnings,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.warnings = warnings;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void sweepOnSchedule() {
        sweepNow();
    }

    @Override
    public int sweepNow() {
        Instant now = clock.instant();
        LocalDate today = DeadlineCount.dayOf(now);
        int sent = 0;
        for (DeadlineWarning warning : warnings.pending(today, AT_ONCE)) {
            if (publish(warning, today, now)) {
                sent++;
            }
        }
        return sent;
    }

    private boolean publish(DeadlineWarning warning, LocalDate today, Instant now) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                boolean claimed = warnings.claim(warning, today, now);
                if (claimed) {
                    events.publishEvent(warning);
                }
                return claimed;
            }));
        } catch (RuntimeException e) {
            LOG.warn(
                    "The {} % warning of case {} stays for the next sweep: {}",
                    warning.percent(), warning.caseId(), e.getClass().getName());
            return false;
        }
    }
}
