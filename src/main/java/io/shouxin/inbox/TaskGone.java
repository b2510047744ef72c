package io.shouxin.inbox;

import java.util.UUID;

/** The task was decided or fell away meanwhile, e.g. in another tab. */
public class TaskGone extends RuntimeException {

    public TaskGone(UUID task) {
        super("Task " + task + " is done");
    }
}
