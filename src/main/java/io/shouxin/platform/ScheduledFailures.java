package io.shouxin.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Work by the clock goes on after a failure. That the database is away is told in a line, not in a stack trace of every piece of work
 * every second.
 */
@Component
class ScheduledFailures implements ThreadPoolTaskSchedulerCustomizer {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledFailures.class);

    @Override
    public void customize(ThreadPoolTaskScheduler scheduler) {
        scheduler.setErrorHandler(ScheduledFailures::tell);
    }

    private static void tell(Throwable failure) {
        if (failure instanceof CannotCreateTransactionException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException) {
            LOG.warn("The database cannot answer: {}", failure.getClass().getSimpleName());
        } else {
            LOG.error("Work by the clock has failed and is tried again", failure);
        }
    }
}
