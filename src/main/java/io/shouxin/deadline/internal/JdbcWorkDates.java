package io.shouxin.deadline.internal;

import io.shouxin.deadline.HolidayNotices;
import io.shouxin.deadline.WorkDates;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class JdbcWorkDates implements WorkDates {

    private final JdbcClient jdbc;
    private final EvidenceLog evidence;
    private final CurrentActor current;

    JdbcWorkDates(JdbcClient jdbc, EvidenceLog evidence, CurrentActor current) {
        this.jdbc = jdbc;
        this.evidence = evidence;
        this.current = current;
    }

    @Override
    public int lead() {
        return jdbc.sql("SELECT working_days FROM work_lead")
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional
    public void change(int workingDays) {
        Actor actor = current.get();
        if (!actor.hasAny(HolidayNotices.KEEPERS)) {
            throw new AccessRefused("Changing the internal date");
        }
        if (workingDays < 0 || workingDays > MOST_DAYS) {
            throw new InvalidInput("/workingDays", "clock.lead.range", MOST_DAYS);
        }
        int before = lead();
        jdbc.sql("UPDATE work_lead SET working_days = ?").param(workingDays).update();
        evidence.append(EvidenceEvent.of(EvidenceKind.SETTING_CHANGED, actor)
                .target("setting", "work-lead")
                .detail("from", before)
                .detail("to", workingDays)
                .build());
    }
}
