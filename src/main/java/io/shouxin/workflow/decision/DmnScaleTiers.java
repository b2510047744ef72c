package io.shouxin.workflow.decision;

import io.shouxin.setup.ScaleTier;
import io.shouxin.setup.ScaleTiers;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks {@code scale-tier.dmn}. */
@Component
class DmnScaleTiers implements ScaleTiers {

    private final DecisionTables.Table table;

    DmnScaleTiers(DecisionTables tables) {
        this.table = tables.table("scale-tier");
    }

    @Override
    public ScaleTier of(long people) {
        List<Map<String, Object>> rows = table.rows(Map.of("people", people));
        if (rows.size() != 1) {
            throw new IllegalArgumentException("The table scale-tier has " + rows.size() + " rows for " + people);
        }
        Map<String, Object> row = rows.get(0);
        return new ScaleTier(
                Outputs.text(row, "ruleId"),
                Outputs.text(row, "textKey"),
                Outputs.text(row, "source"),
                Outputs.text(row, "certainty"));
    }

    @Override
    public String version() {
        return table.version();
    }
}
