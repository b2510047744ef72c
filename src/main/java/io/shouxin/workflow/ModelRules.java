package io.shouxin.workflow;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** What holds for every model without being drawn in it: the inbox follows its user tasks, its variables are guarded. */
class ModelRules extends AbstractBpmnParseListener {

    private final TaskListener inbox;
    private final VariableGuard guard = new VariableGuard();

    ModelRules(TaskListener inbox) {
        this.inbox = inbox;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addBuiltInVariableListener(VariableListener.CREATE, guard);
        process.addBuiltInVariableListener(VariableListener.UPDATE, guard);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, inbox);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, inbox);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, inbox);
    }
}
