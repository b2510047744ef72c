package io.shouxin.workflow.decision;

import java.io.InputStream;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/** A table as a lawyer would read it: the file, not its evaluation. */
record TableFile(DmnModelInstance model, Decision decision, DecisionTable table) {

    static final List<String> ALL = List.of(
            "retention-rules",
            "response-deadline",
            "refusal-reasons",
            "identity-proof",
            "authority-proof",
            "scale-tier",
            "sweep-approval",
            "unusual-access");

    static TableFile read(String id) {
        InputStream in = TableFile.class.getResourceAsStream("/processes/decisions/" + id + ".dmn");
        DmnModelInstance model = Dmn.readModelFromStream(in);
        Decision decision = model.getModelElementById(id);
        return new TableFile(model, decision, (DecisionTable) decision.getExpression());
    }

    List<Rule> rules() {
        return List.copyOf(table.getRules());
    }

    List<String> ruleIds() {
        return rules().stream().map(Rule::getId).toList();
    }

    String output(Rule rule, String name) {
        List<Output> outputs = List.copyOf(table.getOutputs());
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).getName().equals(name)) {
                String text =
                        List.copyOf(rule.getOutputEntries()).get(i).getText().getTextContent();
                return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
