package io.shouxin.workflow.decision;

import io.shouxin.request.Proof;
import io.shouxin.request.ProofRules;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Asks {@code identity-proof.dmn}; what no row fits is refused rather than let through with a guess. */
@Component
class DmnProofRules implements ProofRules {

    private final DecisionTables.Table table;
    private final Map<String, Proof> answers = new ConcurrentHashMap<>();

    DmnProofRules(DecisionTables tables) {
        this.table = tables.table("identity-proof");
    }

    @Override
    public Proof neededFor(String classification) {
        return answers.computeIfAbsent(classification, this::evaluate);
    }

    @Override
    public String version() {
        return table.version();
    }

    private Proof evaluate(String classification) {
        List<Map<String, Object>> rows = table.rows(Map.of("classification", classification));
        if (rows.size() != 1) {
            throw new IllegalArgumentException(
                    "The table identity-proof has " + rows.size() + " rows for " + classification);
        }
        return Proof.valueOf(Outputs.text(rows.get(0), "proof"));
    }
}
