package io.shouxin.benchmark;

import io.shouxin.workflow.Variables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The floor: the product's own models in the product's own engine, with steps that do nothing. */
final class FloorCases {

    private static final List<String> MODELS =
            List.of("deletion-request", "identity-verification", "fulfil-in-systems");
    private static final String PREFIX = "floor-";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final BenchmarkBeans.SwitchedLedger ledger;
    private final JdbcTemplate jdbc;
    private final Jobs jobs;
    private int emptyCommits;

    FloorCases(ApplicationContext context, Jobs jobs) {
        this.runtime = context.getBean(RuntimeService.class);
        this.tasks = context.getBean(TaskService.class);
        this.history = context.getBean(HistoryService.class);
        this.ledger = context.getBean(BenchmarkBeans.SwitchedLedger.class);
        this.jdbc = context.getBean(JdbcTemplate.class);
        this.jobs = jobs;
        deploy(context.getBean(RepositoryService.class));
    }

    /** So many commits that only reach the disk are added to each case, to make the commits of both sides equal. */
    void addCommits(int perCase) {
        emptyCommits = perCase;
    }

    double seconds(int cases) {
        ledger.floor(true);
        try {
            List<String> done = new ArrayList<>();
            long start = System.nanoTime();
            for (int i = 0; i < cases; i++) {
                done.add(run(UUID.randomUUID().toString()));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            done.forEach(this::requireEnded);
            return seconds;
        } finally {
            ledger.floor(false);
        }
    }

    private String run(String businessKey) {
        String instance = runtime.startProcessInstanceByKey(
                        PREFIX + MODELS.get(0), businessKey, Map.of(Variables.PROOF_DEMANDED, false))
                .getId();
        jobs.runAll();
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .singleResult()
                .getId();
        tasks.complete(task, Map.of(Variables.OUTCOME, "APPROVED"));
        jobs.runAll();
        for (int i = 0; i < emptyCommits; i++) {
            jdbc.query("SELECT pg_logical_emit_message(true, 'benchmark', '')", row -> {});
        }
        return instance;
    }

    private void requireEnded(String instance) {
        if (history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId("request-answered")
                        .finished()
                        .count()
                != 1) {
            throw new IllegalStateException("A case of the floor did not end");
        }
    }

    private static void deploy(RepositoryService repository) {
        DeploymentBuilder deployment = repository.createDeployment().name("floor");
        MODELS.forEach(model -> deployment.addString(PREFIX + model + ".bpmn", emptied(model)));
        deployment.deploy();
    }

    /** The model under another id, without its picture, every step and question to the product replaced. */
    private static String emptied(String model) {
        String xml = read("processes/" + model + "/" + model + ".bpmn")
                .replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "")
                .replaceAll("delegateExpression=\"\\$\\{[^}]*}\"", "delegateExpression=\"\\${emptyStep}\"")
                .replaceAll("\\$\\{facts\\.(dueAt|proofDueAt)\\(execution\\)}", "2099-01-01T00:00:00")
                .replace("${facts.systems(execution)}", "${floorSystems}")
                .replaceAll("facts\\.\\w+\\(execution\\)", "false");
        for (String other : MODELS) {
            xml = xml.replaceAll(
                    "(<bpmn:process id|processRef|calledElement)=\"" + other + "\"", "$1=\"" + PREFIX + other + "\"");
        }
        return xml;
    }

    private static String read(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
