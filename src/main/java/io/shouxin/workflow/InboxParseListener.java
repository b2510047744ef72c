package io.shouxin.workflow;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Lets the inbox follow the user tasks of every model, without that being drawn in it. */
class InboxParseListener extends AbstractBpmnParseListener {

    private final TaskListener inbox;

    InboxParseListener(TaskListener inbox) {
        this.inbox = inbox;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, inbox);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, inbox);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, inbox);
    }
}
