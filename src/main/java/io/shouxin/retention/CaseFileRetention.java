package io.shouxin.retention;

import io.shouxin.shared.Sector;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
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
        return longest(closedOn, sector, jurisdiction).until();
    }

    /** The legal source of the row that gives the last day. */
    public String source(LocalDate closedOn, Sector sector, String jurisdiction) {
        return longest(closedOn, sector, jurisdiction).source();
    }

    private record Keeping(LocalDate until, String source) {}

    private Keeping longest(LocalDate closedOn, Sector sector, String jurisdiction) {
        RuleQuery file =
                new RuleQuery(CASE_FILE, sector, DealType.NONE, CLASSIFICATION, closedOn, false, false, jurisdiction);
        return rules.standing(file).stream()
                .filter(rule -> rule.clockStart() == ClockStart.CASE_CLOSED)
                .flatMap(rule -> Stream.ofNullable(rule.lastDay(closedOn)).map(day -> new Keeping(day, rule.source())))
                .max(Comparator.comparing(Keeping::until))
                .orElseThrow(() -> new IllegalStateException("The retention table has no row for case files"));
    }

    /** Names the very table that was asked. */
    public String version() {
        return rules.version();
    }
}
