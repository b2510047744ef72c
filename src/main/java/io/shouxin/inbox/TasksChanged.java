package io.shouxin.inbox;

import java.util.UUID;

/** The task list of a branch has changed; open screens read it anew. */
public record TasksChanged(UUID branchId) {}
