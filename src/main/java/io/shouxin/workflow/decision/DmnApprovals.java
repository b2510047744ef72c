package io.shouxin.workflow.decision;

import io.shouxin.sweep.Approvals;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks {@code sweep-approval.dmn}. */
@Component
class DmnApprovals implements Approvals {

    private final DecisionTables.Table table;

    DmnApprovals(DecisionTables tables) {
        this.table = tables.table("sweep-approval");
    }

    @Override
    public Needed forSweep(int sharePerMille, boolean sensitive) {
        List<Map<String, Object>> rows = table.rows(Map.of("sharePerMille", sharePerMille, "sensitive", sensitive));
        if (rows.size() != 1) {
            throw new IllegalStateException("The table sweep-approval has " + rows.size() + " rows for " + sharePerMille
                    + " per mille, sensitive " + sensitive);
        }
        Map<String, Object> row = rows.get(0);
        return new Needed(Outputs.number(row, "approvals"), Outputs.text(row, "ruleId"), Outputs.text(row, "source"));
    }

    @Override
    public String version() {
        return table.version();
    }
}
