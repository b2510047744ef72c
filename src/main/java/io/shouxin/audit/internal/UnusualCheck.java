package io.shouxin.audit.internal;

import io.shouxin.audit.UnusualAccess;
import io.shouxin.audit.UnusualRules;
import io.shouxin.audit.internal.DayOfLooks.Colleagues;
import io.shouxin.audit.internal.FindingRows.Basis;
import io.shouxin.deadline.Calendars;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firms;
import io.shouxin.shared.ChinaTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks through what the log has got since the last time, a day in a transaction, and asks the rules. A day that has begun is counted
 * anew as a whole: a person seen in the morning is not another one in the evening.
 */
@Component
class UnusualCheck {

    /** An entry bears the time at which it was written, and can be read only once its transaction has ended. */
    private static final Duration LATEST = Duration.ofMinutes(10);

    private final EvidenceReader evidence;
    private final UnusualRules rules;
    private final FindingRows findings;
    private final StaffAccounts accounts;
    private final ColleaguesOnFile onFile;
    private final Calendars calendars;
    private final Firms firms;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UnusualCheck(
            EvidenceReader evidence,
            UnusualRules rules,
            FindingRows findings,
            StaffAccounts accounts,
            ColleaguesOnFile onFile,
            Calendars calendars,
            Firms firms,
            TransactionTemplate transaction,
            Clock clock) {
        this.evidence = evidence;
        this.rules = rules;
        this.findings = findings;
        this.accounts = accounts;
        this.onFile = onFile;
        this.calendars = calendars;
        this.firms = firms;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
    void checkNow() {
        if (firms.find().isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        LocalDate today = ChinaTime.dayOf(now);
        LocalDate oldest = today.minusDays(UnusualAccess.DAYS - 1L);
        LocalDate day = findings.checkedUntil()
                .map(until -> ChinaTime.dayOf(until.minus(LATEST)))
                .filter(last -> last.isAfter(oldest))
                .orElse(oldest);
        boolean mine = true;
        for (; mine && !day.isAfter(today); day = day.plusDays(1)) {
            mine = check(day, now);
        }
    }

    /** False where another node is at it. */
    private boolean check(LocalDate day, Instant now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!findings.takeTurn()) {
                return false;
            }
            List<StaffAccount> all = accounts.all();
            Colleagues colleagues = onFile.find();
            boolean closed = !calendars.current().isWorkingDay(day);
            for (StaffAccount account : all) {
                check(account, day, closed, colleagues, now);
            }
            Instant end = ChinaTime.startOf(day.plusDays(1));
            findings.checked(end.isBefore(now) ? end : now);
            return true;
        }));
    }

    private void check(StaffAccount account, LocalDate day, boolean closed, Colleagues colleagues, Instant now) {
        DayOfLooks looks = new DayOfLooks(colleagues);
        evidence.looksBy(account.id(), ChinaTime.startOf(day), ChinaTime.startOf(day.plusDays(1)), looks::add);
        Basis basis = new Basis(account.id(), day, branches(account), rules.version(), now);
        looks.found(rules, closed).forEach(found -> findings.save(basis, found));
    }

    /** Somebody without a branch works for the whole firm. */
    private Set<UUID> branches(StaffAccount account) {
        return account.branches().isEmpty()
                ? firms.branches().stream().map(Branch::id).collect(Collectors.toSet())
                : account.branches();
    }
}
