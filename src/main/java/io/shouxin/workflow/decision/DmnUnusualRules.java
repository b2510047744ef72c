package io.shouxin.workflow.decision;

import io.shouxin.audit.UnusualRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks {@code unusual-access.dmn}. */
@Component
class DmnUnusualRules implements UnusualRules {

    /** Most amounts are small and come again; beyond it one begins anew. */
    private static final int REMEMBERED = 10_000;

    private final DecisionTables.Table table;
    private final Map<Measure, List<Rule>> answers = new ConcurrentHashMap<>();

    DmnUnusualRules(DecisionTables tables) {
        this.table = tables.table("unusual-access");
    }

    @Override
    public List<Rule> broken(Measure measure) {
        if (answers.size() >= REMEMBERED) {
            answers.clear();
        }
        return answers.computeIfAbsent(measure, this::ask);
    }

    private List<Rule> ask(Measure measure) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("period", measure.period().name());
        inputs.put("act", measure.act().name());
        inputs.put("chinaHour", measure.chinaHour());
        inputs.put("closedDay", measure.closedDay());
        inputs.put("amount", measure.amount());
        return table.rows(inputs).stream()
                .map(row -> new Rule(
                        Outputs.text(row, "ruleId"), Outputs.number(row, "threshold"), Outputs.text(row, "source")))
                .toList();
    }

    @Override
    public List<Rule> all() {
        List<String> ids = table.results("ruleId");
        List<String> thresholds = table.results("threshold");
        List<String> sources = table.results("source");
        return IntStream.range(0, ids.size())
                .mapToObj(row -> new Rule(
                        literal(ids.get(row)),
                        Integer.parseInt(thresholds.get(row).strip()),
                        literal(sources.get(row))))
                .toList();
    }

    @Override
    public String version() {
        return table.version();
    }

    /** A text as a cell has it, without its quotation marks. */
    private static String literal(String cell) {
        String text = cell.strip();
        return text.substring(1, text.length() - 1);
    }
}
