package io.shouxin.workflow;

import static io.shouxin.workflow.DeletionRequestProcess.REVIEW_DECISIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptingEngines;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Case 21 of the adversarial cases: no text becomes code, no unknown value becomes a variable. */
class EngineSecurityTest extends ProcessTest {

    private @Nullable String probe;

    @AfterEach
    void remove_the_probe() {
        if (probe != null) {
            engine.getRepositoryService().deleteDeployment(probe, true);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.getClass().forName('java.lang.Runtime')}",
                "${''.class}",
                "${''.length()}",
                "${forbiddenBean}",
                "${forbiddenBean.toString()}",
                "${ledger}",
                "${steps}",
                "${requestSteps}",
                "${processEngine}",
                "${facts.getClass()}",
                "${facts.class}",
                "${facts.steps}",
                "${facts.hashCode()}",
                "${execution.getProcessEngineServices()}",
                "${execution.processEngineServices}",
                "${execution.setVariable('outcome', 'APPROVED')}",
                "${execution.id}"
            })
    void an_expression_reaches_nothing_but_what_is_allowed(String expression) {
        deploy(expression);

        assertThatThrownBy(() -> engine.getRuntimeService()
                        .startProcessInstanceByKey("probe", UUID.randomUUID().toString()))
                .isInstanceOf(ProcessEngineException.class)
                .rootCause()
                .hasMessageMatching("(?s).*(Cannot (resolve|find)|Unknown|Could not).*");
    }

    @Test
    void an_expression_may_call_the_helper() {
        deploy("${facts.needsOfficer(execution)}");

        engine.getRuntimeService().startProcessInstanceByKey("probe", request.toString());
    }

    private void deploy(String condition) {
        BpmnModelInstance model = Bpmn.createExecutableProcess("probe")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask()
                .camundaExpression(condition)
                .endEvent()
                .done();
        probe = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("probe.bpmn", model)
                .deploy()
                .getId();
    }

    @Test
    void a_script_finds_no_language(@TempDir Path directory) {
        Path canary = directory.resolve("canary");
        BpmnModelInstance model = Bpmn.createExecutableProcess("scripted")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .scriptTask()
                .scriptFormat("javascript")
                .scriptText("java.nio.file.Files.createFile(java.nio.file.Path.of('" + canary + "'))")
                .endEvent()
                .done();
        probe = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("scripted.bpmn", model)
                .deploy()
                .getId();

        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("scripted"))
                .hasStackTraceContaining("Can't find scripting engine");
        assertThat(Files.exists(canary)).isFalse();
    }

    @Test
    void the_or_query_hole_evaluates_nothing() {
        start();

        assertThatThrownBy(() -> engine.getTaskService()
                        .createTaskQuery()
                        .or()
                        .dueAfterExpression("${''.getClass().getName()}")
                        .endOr()
                        .list())
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void the_switches_are_off() {
        ProcessEngineConfigurationImpl settings =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(settings.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(settings.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(settings.getQueryMaxResultsLimit()).isEqualTo(1000);
        assertThat(settings.getHistoryLevel().getName()).isEqualTo("activity");
        ScriptingEngines scripting = settings.getScriptingEngines();
        assertThatThrownBy(scripting::getScriptEngineManager).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void no_variable_but_the_allowed_can_be_set() {
        start();
        String instance = task(REVIEW_DECISIONS).getProcessInstanceId();
        Map<String, Object> bad = new HashMap<>();
        bad.put("phone", "13800000000");
        bad.put(Variables.OUTCOME, "王小明");
        bad.put(Variables.SYSTEM, "${''.getClass()}");
        bad.put(Variables.SYSTEMS, "vault,Wang Xiaoming");
        bad.put(Variables.PROOF_DEMANDED, "yes");
        bad.put(Variables.IDENTITY_PROVEN, new ArrayList<>(List.of("王小明")));
        bad.put("note", new byte[] {1});

        bad.forEach((name, value) -> assertThatThrownBy(
                        () -> engine.getRuntimeService().setVariable(instance, name, value))
                .as(name)
                .isInstanceOf(RuntimeException.class)
                .hasMessageNotContaining(String.valueOf(value)));
        assertThat(engine.getRuntimeService().getVariables(instance).keySet()).isSubsetOf(Variables.names());
    }

    @Test
    void a_process_cannot_be_started_with_any_other_variable() {
        assertThatThrownBy(() -> engine.getRuntimeService()
                        .startProcessInstanceByKey(
                                DeletionRequestProcess.KEY,
                                request.toString(),
                                Map.of(Variables.PROOF_DEMANDED, false, "name", "王小明")))
                .hasMessageNotContaining("王小明");
        assertThat(ended()).isTrue();
    }

    @Test
    void every_value_that_a_case_leaves_in_the_engine_is_a_code_a_flag_or_a_system() {
        start();
        decide(REVIEW_DECISIONS, Outcomes.REFUSED);

        assertThat(engine.getRuntimeService().createVariableInstanceQuery().list())
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(Variables.allows(variable.getName(), variable.getValue()))
                        .isTrue());
        decide(DeletionRequestProcess.SECOND_REVIEW, Outcomes.APPROVED);
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .list())
                .isEmpty();
        assertThat(engine.getHistoryService().createHistoricDetailQuery().list())
                .isEmpty();
    }

    @Test
    void systems_are_joined_and_separated_alike() {
        assertThat(Variables.separated(Variables.joined(List.of()))).isEmpty();
        assertThat(Variables.separated(Variables.joined(List.of("vault", "crm-2"))))
                .containsExactly("vault", "crm-2");
    }
}
