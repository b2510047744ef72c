package io.shouxin.inbox;

import io.shouxin.deadline.DeadlineTexts;
import io.shouxin.notification.StaffOutbox;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firms;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.Role;
import io.shouxin.shared.Texts;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks after tasks that want somebody without a hand in the case and have nobody of their role left: the task is the privacy
 * officer's at once, and whoever can help is told, once for each task. Looked at when a task opens, and now and then afterwards, for
 * people leave, lose roles and go on holiday.
 */
@Service
public class NobodyLeft {

    private static final Logger LOG = LoggerFactory.getLogger(NobodyLeft.class);

    /** A task as far as it matters here. */
    public record Waiting(
            UUID id,
            String kind,
            UUID caseId,
            String reference,
            UUID branch,
            @Nullable LocalDate dueOn) {}

    private final JdbcClient jdbc;
    private final Map<String, TaskKind> kinds;
    private final Deciders deciders;
    private final StaffDirectory staff;
    private final Escalations escalations;
    private final StaffOutbox outbox;
    private final Firms firms;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Texts texts;
    private final String publicUrl;

    public NobodyLeft(
            JdbcClient jdbc,
            List<TaskKind> kinds,
            Deciders deciders,
            StaffDirectory staff,
            Escalations escalations,
            StaffOutbox outbox,
            Firms firms,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${shouxin.digest.language:zh}") String language,
            @Value("${shouxin.public-url:http://localhost:8080}") String publicUrl) {
        this.jdbc = jdbc;
        this.kinds = kinds.stream()
                .filter(TaskKind::wantsIndependent)
                .collect(Collectors.toMap(TaskKind::key, Function.identity()));
        this.deciders = deciders;
        this.staff = staff;
        this.escalations = escalations;
        this.outbox = outbox;
        this.firms = firms;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.texts = Texts.of(Locale.forLanguageTag(language));
        this.publicUrl = publicUrl;
    }

    /** Looks at every open task of which nobody was told yet; may be called at any time. */
    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT10M")
    public void lookNow() {
        open().forEach(task -> {
            try {
                transaction.executeWithoutResult(status -> look(task));
            } catch (RuntimeException e) {
                LOG.warn(
                        "Whether somebody is left for task {} could not be found out: {}",
                        task.id(),
                        e.getClass().getSimpleName());
            }
        });
    }

    /** Looks at one task, as part of the caller's transaction. */
    public void look(Waiting task) {
        TaskKind kind = kinds.get(task.kind());
        if (kind == null || deciders.hasOfRole(task.kind(), task.caseId(), task.branch())) {
            return;
        }
        kind.lock(task.caseId());
        if (!mark(task.id())) {
            return;
        }
        escalations.escalate(task.caseId());
        List<Actor> able = deciders.of(task.kind(), task.caseId(), task.branch());
        if (able.isEmpty()) {
            helpers(task.branch()).forEach(person -> write(person, task, "inbox.nobody.mail"));
        } else {
            able.forEach(person -> write(person, task, "inbox.nobody.officerMail"));
        }
        kind.nobodyLeft(task.caseId());
    }

    /** @return false if they were told already, or it was decided meanwhile */
    private boolean mark(UUID task) {
        return jdbc.sql(
                                "UPDATE task SET nobody_told_at = ? WHERE id = ? AND state <> 'DONE' AND nobody_told_at IS NULL")
                        .params(Timestamp.from(clock.instant()), task)
                        .update()
                == 1;
    }

    /** The officers of the branch, and its administrators; where it has none, all of the firm's. */
    private List<Actor> helpers(UUID branch) {
        List<Actor> all = staff.working();
        List<Actor> administrators =
                all.stream().filter(actor -> actor.has(Role.ADMINISTRATOR)).toList();
        List<Actor> near =
                administrators.stream().filter(actor -> actor.sees(branch)).toList();
        return Stream.concat(
                        all.stream().filter(actor -> actor.has(Role.PRIVACY_OFFICER) && actor.sees(branch)),
                        (near.isEmpty() ? administrators : near).stream())
                .distinct()
                .toList();
    }

    private void write(Actor person, Waiting task, String key) {
        LocalDate due = task.dueOn();
        String by = due == null
                ? ""
                : texts.get(
                        "inbox.nobody.mail.due",
                        DeadlineTexts.of(texts.locale(), ChinaTime.today(clock)).date(due));
        outbox.write(
                Objects.requireNonNull(person.id()),
                person.label(),
                "nobody-left:" + task.id(),
                texts.get(key + ".subject", task.reference()),
                texts.get(key + ".text", task.reference(), branch(task.branch()), by, publicUrl));
    }

    private String branch(UUID id) {
        return firms.branches().stream()
                .filter(branch -> branch.id().equals(id))
                .map(Branch::name)
                .findFirst()
                .orElse("");
    }

    private List<Waiting> open() {
        return jdbc.sql("""
                        SELECT id, kind, case_id, case_reference, branch_id, due_on FROM task
                        WHERE state = 'OPEN' AND nobody_told_at IS NULL AND kind = ANY (?)
                        """)
                .param(kinds.keySet().toArray(String[]::new))
                .query((rs, n) -> new Waiting(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        rs.getObject(3, UUID.class),
                        rs.getString(4),
                        rs.getObject(5, UUID.class),
                        rs.getObject(6, LocalDate.class)))
                .list();
    }
}
