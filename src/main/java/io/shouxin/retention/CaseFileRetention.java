package io.shouxin.retention;

import io.shouxin.shared.Sector;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** How long the file of a request is kept after it was answered, as the retention table has it. */
@Service
public class CaseFileRetention {

    private static final String CASE_FILE = "CASE_FILE";
    private static final String CLASSIFICATION = "POLICY_SENSITIVE";

    private final RetentionRules rules;

    public CaseFileRetention(RetentionRules rules) {
        this.rules = rules;
    }

    /** The last day of keeping the file of a case that was closed on that day; the latest where several rows fit. */
    public LocalDate lastDay(LocalDate closedOn, Sector sector, String jurisdiction) {
        RuleQuery file =
                new RuleQuery(CASE_FILE, sector, DealType.NONE, CLASSIFICATION, closedOn, false, false, jurisdiction);
        return rules.standing(file).stream()
                .filter(rule -> rule.clockStart() == ClockStart.CASE_CLOSED)
                .map(rule -> rule.lastDay(closedOn))
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElseThrow(() -> new IllegalStateException("The retention table has no row for case files"));
    }

    /** Names the very table that was asked. */
    public String version() {
        return rules.version();
    }
}
