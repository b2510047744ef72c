package io.shouxin.inbox;

import java.util.UUID;

/** Somebody else has the task in hand; nothing was lost. */
public class AlreadyClaimed extends RuntimeException {

    private final UUID holder;

    public AlreadyClaimed(UUID task, UUID holder) {
        super("Task " + task + " is claimed by " + holder);
        this.holder = holder;
    }

    public UUID holder() {
        return holder;
    }
}
