package io.shouxin.workflow.decision;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The decision tables of {@code processes/decisions}, parsed once. They are not deployed to the process engine: a preview needs no
 * process, and a business rule task would be a second path to the same decision.
 */
@Component
class DecisionTables {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    /** The table in the file of that name; its id must be the file's name. */
    Table table(String id) {
        byte[] file = read("/processes/decisions/" + id + ".dmn");
        DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(file));
        if (!(model.getModelElementById(id) instanceof Decision decision)) {
            throw new IllegalStateException("The file " + id + ".dmn holds no decision " + id);
        }
        String version = decision.getVersionTag() + "-" + sha256(file).substring(0, 12);
        return new Table(engine, engine.parseDecision(id, model), (DecisionTable) decision.getExpression(), version);
    }

    /**
     * A parsed table.
     *
     * @param version the file's version tag and the first 12 hex digits of its SHA-256
     */
    record Table(DmnEngine engine, DmnDecision decision, DecisionTable file, String version) {

        /** One map of outputs for each row that fits. */
        List<Map<String, Object>> rows(Map<String, @Nullable Object> inputs) {
            return engine.evaluateDecisionTable(decision, inputs).getResultList();
        }

        /** The cells of an output column, from top to bottom. */
        List<String> results(String output) {
            List<String> columns =
                    file.getOutputs().stream().map(Output::getName).toList();
            int index = columns.indexOf(output);
            return file.getRules().stream()
                    .map(rule -> List.copyOf(rule.getOutputEntries()).get(index))
                    .map(cell -> cell.getText().getTextContent())
                    .toList();
        }

        /** The cells of an input column, from top to bottom. */
        List<String> cells(String input) {
            List<String> columns = file.getInputs().stream()
                    .map(column -> column.getInputExpression().getText().getTextContent())
                    .toList();
            int index = columns.indexOf(input);
            return file.getRules().stream()
                    .map(rule -> List.copyOf(rule.getInputEntries()).get(index))
                    .map(cell -> cell.getText().getTextContent())
                    .toList();
        }
    }

    private static byte[] read(String path) {
        try (InputStream in = DecisionTables.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("No decision table " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
