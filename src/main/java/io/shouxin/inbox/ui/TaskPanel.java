package io.shouxin.inbox.ui;

import com.vaadin.flow.component.Component;
import io.shouxin.inbox.InboxTask;
import java.util.Set;

/** Shows tasks of some kinds; implemented by the module whose tasks they are, as a stateless bean. */
public interface TaskPanel {

    /** Keys of the {@link io.shouxin.inbox.TaskKind}s that it shows. */
    Set<String> kinds();

    /** The task with everything that its decision needs. What the person enters lives in the answered component. */
    Component render(InboxTask task, Decider decider);
}
