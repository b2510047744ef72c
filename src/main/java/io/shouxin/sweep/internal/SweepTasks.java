package io.shouxin.sweep.internal;

import io.shouxin.deadline.Clocks;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.inbox.TaskKind;
import io.shouxin.request.Channel;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Role;
import io.shouxin.sweep.RetentionSweep;
import io.shouxin.sweep.SweepDoubt;
import java.time.Clock;
import java.time.Period;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tasks of a sweep: the officer approves or rejects, a second person confirms or returns, a failed step is tried again. */
@Configuration(proxyBeanMethods = false)
class SweepTasks {

    /** How long a branch is left alone after a rejection: long enough to clear a doubt, too short to forget it. */
    private static final Period REST = Period.ofDays(30);

    /** How a sweep came about that no clock proposed; its label stands in the bundle of sweeps. */
    private static final String BY_OFFICER = "OFFICER";

    @Bean
    TaskKind sweepApprovalTask(SweepRows sweeps, Clocks clocks, EvidenceLog evidence, Clock clock) {
        return new Approval(sweeps, clocks, evidence, clock);
    }

    @Bean
    TaskKind sweepConfirmationTask(SweepRows sweeps, Clocks clocks, EvidenceLog evidence, Clock clock) {
        return new Confirmation(sweeps, clocks, evidence, clock);
    }

    @Bean
    TaskKind sweepIncidentTask(SweepRows sweeps, Clocks clocks, EvidenceLog evidence, Clock clock) {
        return new Incident(sweeps, clocks, evidence, clock);
    }

    private abstract static class SweepTask implements TaskKind {

        final SweepRows sweeps;
        final Clocks clocks;
        final EvidenceLog evidence;
        final Clock clock;
        private final String key;
        private final Role candidate;

        SweepTask(String key, Role candidate, SweepRows sweeps, Clocks clocks, EvidenceLog evidence, Clock clock) {
            this.key = key;
            this.candidate = candidate;
            this.sweeps = sweeps;
            this.clocks = clocks;
            this.evidence = evidence;
            this.clock = clock;
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public Role candidate() {
            return candidate;
        }

        @Override
        public Context context(UUID caseId) {
            RetentionSweep sweep = sweeps.get(caseId);
            return new Context(
                    key,
                    sweep.proposal().reference(),
                    "SWEEP",
                    sweep.proposal().proposedBy() == null ? Channel.CLOCK.name() : BY_OFFICER,
                    null,
                    sweep.proposal().branchId(),
                    clocks.dueOn(caseId).orElse(null),
                    false);
        }

        @Override
        public void lock(UUID caseId) {
            sweeps.lock(caseId);
        }

        static SweepDoubt doubt(Map<String, Object> fields) {
            Object code = fields.get("doubt");
            if (code == null || code.toString().isBlank()) {
                throw new InvalidInput("/doubt", "sweep.error.doubtMissing");
            }
            try {
                return SweepDoubt.valueOf(code.toString());
            } catch (IllegalArgumentException e) {
                throw new InvalidInput("/doubt", "sweep.error.doubtMissing");
            }
        }

        static boolean isApproved(Map<String, Object> fields, String otherwise) {
            Object outcome = fields.get("outcome");
            if ("APPROVED".equals(outcome)) {
                return true;
            }
            if (!otherwise.equals(outcome)) {
                throw new InvalidInput("/outcome", "sweep.error.outcomeUnknown");
            }
            return false;
        }

        void log(UUID sweep, Actor actor, String outcome, String doubt) {
            evidence.append(EvidenceEvent.of(EvidenceKind.SWEEP_DECIDED, actor)
                    .caseId(sweep)
                    .outcome(outcome)
                    .detail("doubt", doubt.isEmpty() ? null : doubt)
                    .build());
        }
    }

    /** Fields: {@code outcome} APPROVED or REJECTED; for REJECTED {@code doubt}. */
    private static final class Approval extends SweepTask {

        Approval(SweepRows sweeps, Clocks clocks, EvidenceLog evidence, Clock clock) {
            super("sweep-approval", Role.PRIVACY_OFFICER, sweeps, clocks, evidence, clock);
        }

        @Override
        public Map<String, String> decide(UUID caseId, Map<String, Object> fields, Actor actor) {
            RetentionSweep sweep = sweeps.lock(caseId);
            UUID by = Objects.requireNonNull(actor.id());
            if (isApproved(fields, "REJECTED")) {
                boolean second = sweep.approve(by, clock.instant());
                sweeps.update(sweep);
                log(caseId, actor, "APPROVED", "");
                return Map.of("outcome", second ? "NEEDS_SECOND" : "APPROVED");
            }
            SweepDoubt doubt = doubt(fields);
            sweep.reject(by, doubt, ChinaTime.today(clock).plus(REST), clock.instant());
            sweeps.update(sweep);
            clocks.stopOnce(caseId);
            log(caseId, actor, "REJECTED", doubt.name());
            return Map.of("outcome", "REJECTED");
        }
    }

    /** Fields: {@code outcome} APPROVED or RETURNED; for RETURNED {@code doubt}. */
    private static final class Confirmation extends SweepTask {

        Confirmation(SweepRows sweeps, Clocks clocks, EvidenceLog evidence, Clock clock) {
            super("sweep-confirmation", Role.REVIEWER, sweeps, clocks, evidence, clock);
        }

        @Override
        public Set<UUID> decidable(Set<UUID> cases, Actor actor) {
            UUID me = actor.id();
            return me == null
                    ? Set.of()
                    : sweeps.of(cases).stream()
                            .filter(sweep -> sweep.mayConfirm(me))
                            .map(RetentionSweep::id)
                            .collect(Collectors.toSet());
        }

        @Override
        public Map<String, String> decide(UUID caseId, Map<String, Object> fields, Actor actor) {
            RetentionSweep sweep = sweeps.lock(caseId);
            UUID by = Objects.requireNonNull(actor.id());
            if (isApproved(fields, "RETURNED")) {
                sweep.confirm(by, clock.instant());
                sweeps.update(sweep);
                log(caseId, actor, "CONFIRMED", "");
                return Map.of("outcome", "APPROVED");
            }
            SweepDoubt doubt = doubt(fields);
            sweep.giveBack(by, doubt);
            sweeps.update(sweep);
            log(caseId, actor, "RETURNED", doubt.name());
            return Map.of("outcome", "RETURNED");
        }
    }

    /** A step failed again and again and was parked; deciding tries it again. */
    private static final class Incident extends SweepTask {

        Incident(SweepRows sweeps, Clocks clocks, EvidenceLog evidence, Clock clock) {
            super("sweep-incident", Role.PRIVACY_OFFICER, sweeps, clocks, evidence, clock);
        }

        @Override
        public Map<String, String> decide(UUID caseId, Map<String, Object> fields, Actor actor) {
            return Map.of("outcome", "RETRY");
        }
    }
}
