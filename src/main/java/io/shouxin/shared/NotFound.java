package io.shouxin.shared;

/** No such thing, or none that the actor may know of: both are answered alike. */
public class NotFound extends RuntimeException {

    public NotFound(String kind, Object id) {
        super("No " + kind + " " + id);
    }
}
