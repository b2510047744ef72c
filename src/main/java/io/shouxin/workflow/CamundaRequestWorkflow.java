package io.shouxin.workflow;

import io.shouxin.request.ProcessTrace;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestWorkflow;
import io.shouxin.shared.StateRefused;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.springframework.stereotype.Component;

/**
 * The deletion process of a request. Before a message is sent its receiver is looked for: a failed correlation would mark the
 * caller's transaction for rollback even when caught.
 */
@Component
class CamundaRequestWorkflow implements RequestWorkflow {

    private final RuntimeService runtime;
    private final HistoryService history;

    CamundaRequestWorkflow(RuntimeService runtime, HistoryService history) {
        this.runtime = runtime;
        this.history = history;
    }

    @Override
    public void start(RequestId request) {
        long running = runtime.createProcessInstanceQuery()
                .processDefinitionKey(DeletionRequestProcess.KEY)
                .processInstanceBusinessKey(request.toString())
                .count();
        if (running > 0) {
            throw new StateRefused("request", request, "in process", "start");
        }
        runtime.startProcessInstanceByKey(
                DeletionRequestProcess.KEY, request.toString(), Map.of(Variables.PROOF_DEMANDED, false));
    }

    @Override
    public void proofReceived(RequestId request) {
        signal(request, IdentityVerificationProcess.PROOF_RECEIVED_MESSAGE, "proof of identity");
    }

    @Override
    public void cancel(RequestId request) {
        signal(request, DeletionRequestProcess.CANCELLED_MESSAGE, "cancel");
    }

    @Override
    public void factsChanged(RequestId request) {
        if (!decideAgainInsteadOfFailed(request)) {
            signal(request, DeletionRequestProcess.FACTS_CHANGED_MESSAGE, "decide again");
        }
    }

    /** A step that failed at every retry is left, and its technical task with it: what it would go on with is decided again. */
    private boolean decideAgainInsteadOfFailed(RequestId request) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey(DeletionRequestProcess.KEY)
                .processInstanceBusinessKey(request.toString())
                .singleResult();
        if (instance == null) {
            return false;
        }
        List<TransitionInstance> failed = transitions(runtime.getActivityInstance(instance.getId()))
                .filter(transition -> transition.getIncidentIds().length > 0)
                .toList();
        if (failed.isEmpty()) {
            return false;
        }
        ProcessInstanceModificationBuilder change = runtime.createProcessInstanceModification(instance.getId())
                .startBeforeActivity(DeletionRequestProcess.DECIDE_RECORDS);
        failed.forEach(transition -> change.cancelTransitionInstance(transition.getId()));
        change.execute();
        return true;
    }

    private static Stream<TransitionInstance> transitions(ActivityInstance instance) {
        return Stream.concat(
                Stream.of(instance.getChildTransitionInstances()),
                Stream.of(instance.getChildActivityInstances()).flatMap(CamundaRequestWorkflow::transitions));
    }

    private void signal(RequestId request, String message, String action) {
        Execution waiting = runtime.createExecutionQuery()
                .processInstanceBusinessKey(request.toString())
                .messageEventSubscriptionName(message)
                .singleResult();
        if (waiting == null) {
            throw new StateRefused("process of request", request, "not waiting", action);
        }
        try {
            runtime.messageEventReceived(message, waiting.getId());
        } catch (OptimisticLockingException e) {
            throw new StateRefused("process of request", request, "moving on", action);
        }
    }

    @Override
    public ProcessTrace trace(RequestId request) {
        Set<String> done = new LinkedHashSet<>();
        Set<String> current = new LinkedHashSet<>();
        latest(request).ifPresent(instance -> collect(instance, done, current));
        done.removeAll(current);
        return new ProcessTrace(DeletionRequestProcess.KEY, List.copyOf(done), List.copyOf(current));
    }

    private Optional<HistoricProcessInstance> latest(RequestId request) {
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(DeletionRequestProcess.KEY)
                .processInstanceBusinessKey(request.toString())
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst();
    }

    private void collect(HistoricProcessInstance instance, Set<String> done, Set<String> current) {
        history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .finished()
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .filter(activity -> !activity.isCanceled())
                .map(HistoricActivityInstance::getActivityId)
                .filter(CamundaRequestWorkflow::isDrawn)
                .forEach(done::add);
        if (instance.getEndTime() == null) {
            Optional.ofNullable(runtime.getActivityInstance(instance.getId())).stream()
                    .flatMap(CamundaRequestWorkflow::leaves)
                    .forEach(current::add);
        }
        history.createHistoricProcessInstanceQuery()
                .superProcessInstanceId(instance.getId())
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .forEach(called -> collect(called, done, current));
    }

    private static Stream<String> leaves(ActivityInstance instance) {
        Stream<String> between =
                Stream.of(instance.getChildTransitionInstances()).map(TransitionInstance::getActivityId);
        Stream<String> below = Stream.of(instance.getChildActivityInstances())
                .flatMap(child -> isLeaf(child) ? Stream.of(child.getActivityId()) : leaves(child));
        return Stream.concat(between, below).filter(CamundaRequestWorkflow::isDrawn);
    }

    private static boolean isLeaf(ActivityInstance instance) {
        return instance.getChildActivityInstances().length == 0 && instance.getChildTransitionInstances().length == 0;
    }

    /** The engine's own wrapper around a repeated step is not in the picture. */
    private static boolean isDrawn(String activity) {
        return !activity.contains("#");
    }
}
