package io.shouxin.workflow;

import org.camunda.bpm.engine.delegate.DelegateVariableInstance;
import org.camunda.bpm.engine.delegate.VariableListener;

/** Refuses any variable that {@link Variables} does not allow; the message holds its name but never its value. */
class VariableGuard implements VariableListener<DelegateVariableInstance<?>> {

    @Override
    public void notify(DelegateVariableInstance<?> variable) {
        if (!Variables.allows(variable.getName(), variable.getValue())) {
            throw new IllegalArgumentException(
                    "Processes hold codes, flags and system ids only: " + (Variables.names().contains(variable.getName())
                            ? "bad value of " + variable.getName()
                            : "unknown variable"));
        }
    }
}
