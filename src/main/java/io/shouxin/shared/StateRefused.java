package io.shouxin.shared;

/** An aggregate refuses what its state does not allow; the message names the aggregate, its id and its state. */
public class StateRefused extends IllegalStateException {

    public StateRefused(String aggregate, Object id, Object state, String action) {
        super("%s %s is %s and does not allow: %s".formatted(aggregate, id, state, action));
    }
}
