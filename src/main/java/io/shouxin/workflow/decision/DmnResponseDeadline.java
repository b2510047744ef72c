package io.shouxin.workflow.decision;

import io.shouxin.deadline.DeadlineRule;
import io.shouxin.deadline.ResponseDeadline;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Asks {@code response-deadline.dmn}; a request that no row fits is refused rather than given a guessed date. */
@Component
class DmnResponseDeadline implements ResponseDeadline {

    private final DecisionTables.Table table;
    private final Map<Key, DeadlineRule> answers = new ConcurrentHashMap<>();

    DmnResponseDeadline(DecisionTables tables) {
        this.table = tables.table("response-deadline");
    }

    @Override
    public DeadlineRule rule(String requestType, String jurisdiction) {
        return answers.computeIfAbsent(new Key(requestType, jurisdiction), this::evaluate);
    }

    private DeadlineRule evaluate(Key key) {
        List<Map<String, Object>> rows =
                table.rows(Map.of("requestType", key.requestType(), "jurisdiction", key.jurisdiction()));
        if (rows.size() != 1) {
            throw new IllegalArgumentException("The table response-deadline has " + rows.size() + " rows for " + key);
        }
        Map<String, Object> row = rows.get(0);
        return new DeadlineRule(
                Outputs.number(row, "workingDays"),
                Outputs.number(row, "calendarDays"),
                Outputs.text(row, "ruleId"),
                Outputs.text(row, "source"),
                Outputs.text(row, "certainty"));
    }

    private record Key(String requestType, String jurisdiction) {}
}
