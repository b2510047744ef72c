package io.shouxin.workflow.decision;

import io.shouxin.retention.ClockStart;
import io.shouxin.retention.FirmPapers;
import io.shouxin.retention.PeriodUnit;
import io.shouxin.retention.RetentionRule;
import io.shouxin.retention.RetentionRules;
import io.shouxin.retention.RuleQuery;
import io.shouxin.retention.Strength;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks {@code retention-rules.dmn}. Answers are remembered: the table is a pure function. */
@Component
class DmnRetentionRules implements RetentionRules {

    private static final int REMEMBERED = 20_000;

    private final DecisionTables.Table table;
    private final DateSteps endDates;
    private final Set<Period> periods;
    private final Map<RuleQuery, List<RetentionRule>> answers = new ConcurrentHashMap<>();

    DmnRetentionRules(DecisionTables tables) {
        this.table = tables.table("retention-rules");
        this.endDates = new DateSteps(table.cells("endedOn"));
        this.periods = periods(table.cells("category"), table.results("amount"), table.results("unit"));
    }

    /** Of the rows for records: vouchers are kept for thirty years, and a record may not be. */
    private static Set<Period> periods(List<String> categories, List<String> amounts, List<String> units) {
        Set<Period> periods = new HashSet<>();
        for (int row = 0; row < amounts.size(); row++) {
            if (FirmPapers.alone(categories.get(row))) {
                continue;
            }
            int amount = Integer.parseInt(amounts.get(row));
            periods.add(
                    switch (PeriodUnit.valueOf(units.get(row).replace("\"", ""))) {
                        case YEARS -> Period.ofYears(amount);
                        case DAYS -> Period.ofDays(amount);
                        case NONE_STATED -> Period.ZERO;
                    });
        }
        return periods;
    }

    @Override
    public LocalDate longestFrom(LocalDate day) {
        return periods.stream().map(day::plus).max(Comparator.naturalOrder()).orElse(day);
    }

    @Override
    public List<RetentionRule> standing(RuleQuery query) {
        if (answers.size() >= REMEMBERED) {
            answers.clear();
        }
        return answers.computeIfAbsent(alike(query), this::evaluate);
    }

    @Override
    public String version() {
        return table.version();
    }

    private RuleQuery alike(RuleQuery query) {
        LocalDate endedOn = query.endedOn();
        return new RuleQuery(
                query.category(),
                query.sector(),
                query.dealType(),
                query.classification(),
                endedOn == null ? null : endDates.representative(endedOn),
                query.contractRunning(),
                query.sealed(),
                query.jurisdiction());
    }

    /** The table's own answer, not remembered. */
    List<RetentionRule> evaluate(RuleQuery query) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("category", query.category());
        inputs.put("sector", query.sector().name());
        inputs.put("dealType", query.dealType().name());
        inputs.put("classification", query.classification());
        inputs.put("endedOn", query.endedOn());
        inputs.put("contractRunning", query.contractRunning());
        inputs.put("sealed", query.sealed());
        inputs.put("jurisdiction", query.jurisdiction());
        return table.rows(inputs).stream().map(DmnRetentionRules::rule).toList();
    }

    private static RetentionRule rule(Map<String, Object> row) {
        return new RetentionRule(
                Outputs.text(row, "ruleId"),
                Strength.valueOf(Outputs.text(row, "strength")),
                Outputs.number(row, "amount"),
                PeriodUnit.valueOf(Outputs.text(row, "unit")),
                ClockStart.valueOf(Outputs.text(row, "clockStart")),
                Outputs.text(row, "source"),
                Outputs.text(row, "certainty"),
                Outputs.text(row, "textKey"));
    }
}
