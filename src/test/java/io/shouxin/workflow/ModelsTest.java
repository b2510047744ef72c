package io.shouxin.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.workflow.delegate.ProcessBean;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;

class ModelsTest extends ProcessTest {

    private static final Map<String, Class<?>> CONSTANTS = Map.of(
            DeletionRequestProcess.KEY, DeletionRequestProcess.class,
            IdentityVerificationProcess.KEY, IdentityVerificationProcess.class,
            AuthorityVerificationProcess.KEY, AuthorityVerificationProcess.class,
            FulfilInSystemsProcess.KEY, FulfilInSystemsProcess.class,
            RetentionSweepProcess.KEY, RetentionSweepProcess.class,
            MatchReviewProcess.KEY, MatchReviewProcess.class);

    @Test
    void every_model_is_deployed_under_the_name_of_its_file() {
        List<String> files = models().stream()
                .map(model -> String.valueOf(model.getFilename()).replace(".bpmn", ""))
                .toList();

        assertThat(files).doesNotHaveDuplicates().containsAll(CONSTANTS.keySet());
        assertThat(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .list())
                .extracting(ProcessDefinition::getKey)
                .containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void every_process_says_how_long_its_history_is_kept_and_which_version_it_is() {
        assertThat(engine.getRepositoryService().createProcessDefinitionQuery().list())
                .allSatisfy(process -> {
                    assertThat(process.getHistoryTimeToLive()).isEqualTo(180);
                    assertThat(process.getVersionTag()).isNotBlank();
                });
    }

    @Test
    void every_name_in_java_exists_in_its_model() {
        CONSTANTS.forEach((key, type) -> {
            BpmnModelInstance model = model(key);
            List<String> names = Stream.of(
                            ids(model, FlowNode.class).stream(),
                            ids(model, Process.class).stream(),
                            model.getModelElementsByType(Message.class).stream().map(Message::getName))
                    .flatMap(stream -> stream)
                    .toList();
            assertThat(names).containsAll(constants(type));
        });
    }

    @Test
    void ids_speak_and_are_unique_over_all_models() {
        List<String> ids = CONSTANTS.keySet().stream()
                .flatMap(key -> ids(model(key), FlowNode.class).stream())
                .toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void every_delegate_of_a_model_is_a_bean_that_models_may_name_and_every_such_bean_is_used() {
        List<String> used = new ArrayList<>(List.of("facts"));
        CONSTANTS.keySet().forEach(key -> used.addAll(delegates(model(key))));

        assertThat(beans.getBeanNamesForAnnotation(ProcessBean.class))
                .containsExactlyInAnyOrderElementsOf(used.stream().distinct().toList());
    }

    @Test
    void a_service_task_calls_the_bean_of_its_name() {
        CONSTANTS.keySet().forEach(key -> assertThat(model(key).getModelElementsByType(ServiceTask.class))
                .allSatisfy(task ->
                        assertThat(task.getCamundaDelegateExpression()).isEqualTo("${" + camel(task.getId()) + "}")));
    }

    @Test
    void every_task_of_a_person_has_a_deadline() {
        CONSTANTS.keySet().forEach(key -> {
            BpmnModelInstance model = model(key);
            List<String> timed = model.getModelElementsByType(BoundaryEvent.class).stream()
                    .filter(event ->
                            event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance))
                    .map(event -> event.getAttachedTo().getId())
                    .toList();
            assertThat(timed).containsAll(ids(model, UserTask.class));
        });
    }

    @Test
    void labels_are_chinese_and_english() {
        CONSTANTS.keySet().forEach(key -> assertThat(model(key).getModelElementsByType(FlowNode.class))
                .filteredOn(node -> node.getName() != null)
                .allSatisfy(node -> assertThat(node.getName()).matches("(?s).*\\p{IsHan}.*[A-Za-z].*")));
    }

    private static List<String> delegates(BpmnModelInstance model) {
        return Stream.of(
                        model.getModelElementsByType(ServiceTask.class).stream()
                                .map(ServiceTask::getCamundaDelegateExpression),
                        model.getModelElementsByType(MessageEventDefinition.class).stream()
                                .map(MessageEventDefinition::getCamundaDelegateExpression),
                        model.getModelElementsByType(CamundaExecutionListener.class).stream()
                                .map(CamundaExecutionListener::getCamundaDelegateExpression))
                .flatMap(stream -> stream)
                .filter(expression -> expression != null)
                .map(expression -> expression.replaceAll("[${}]", ""))
                .toList();
    }

    private static BpmnModelInstance model(String key) {
        Resource file = models().stream()
                .filter(model -> (key + ".bpmn").equals(model.getFilename()))
                .findFirst()
                .orElseThrow();
        try {
            return Bpmn.readModelFromStream(file.getInputStream());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> ids(
            BpmnModelInstance model, Class<? extends org.camunda.bpm.model.bpmn.instance.BaseElement> type) {
        return model.getModelElementsByType(type).stream()
                .map(org.camunda.bpm.model.bpmn.instance.BaseElement::getId)
                .toList();
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(ModelsTest::value)
                .toList();
    }

    private static String value(Field field) {
        try {
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static String camel(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
