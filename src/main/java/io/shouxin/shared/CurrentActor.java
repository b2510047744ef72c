package io.shouxin.shared;

/** Tells who acts in the present call; implemented by the identity module, so that no service asks the web layer. */
public interface CurrentActor {

    /** Never null: background work is {@link Actor#SYSTEM}, a caller who has not signed in is {@link Actor#ANONYMOUS}. */
    Actor get();

    /** Whether a client had signed in whose proof is worth nothing any more, because it may have been that of somebody else. */
    default boolean mustProveAgain() {
        return false;
    }
}
