package io.shouxin.inbox;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.shared.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives back to everybody what somebody has in hand; where that was another than who does it, the log names both. */
@Service
public class HeldTasks {

    private final JdbcClient jdbc;
    private final EvidenceLog evidence;
    private final ApplicationEventPublisher events;

    public HeldTasks(JdbcClient jdbc, EvidenceLog evidence, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.evidence = evidence;
        this.events = events;
    }

    /** Everything that an account has in hand, because nobody works with it any more; the views that only they saw go. */
    @Transactional
    public void releaseAllOf(UUID holder, Actor by) {
        release(null, holder, by);
        jdbc.sql("DELETE FROM inbox_view WHERE audience = 'OWN' AND owner_id = ?")
                .param(holder)
                .update();
    }

    /** One task, if this account still has it. */
    void releaseOne(UUID task, UUID holder, Actor by) {
        release(task, holder, by);
    }

    private void release(@Nullable UUID task, UUID holder, Actor by) {
        record Released(UUID id, String kind, UUID caseId, UUID branchId) {}
        jdbc.sql("""
                        UPDATE task SET assignee = NULL, claimed_at = NULL
                        WHERE assignee = :holder AND state <> 'DONE' AND (:task::uuid IS NULL OR id = :task)
                        RETURNING id, kind, case_id, branch_id
                        """)
                .param("holder", holder)
                .param("task", task)
                .query((rs, n) -> new Released(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        rs.getObject(3, UUID.class),
                        rs.getObject(4, UUID.class)))
                .list()
                .forEach(released -> {
                    evidence.append(EvidenceEvent.of(EvidenceKind.TASK_RELEASED, by)
                            .caseId(released.caseId())
                            .target("task", released.id())
                            .detail("kind", released.kind())
                            .detail("holder", holder.equals(by.id()) ? null : holder)
                            .build());
                    events.publishEvent(new TasksChanged(released.branchId()));
                });
    }
}
