package io.shouxin.evidence;

/** The stored tree is not the one that was signed: nothing more is signed on top of it until somebody has looked. */
public class EvidenceTampered extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public EvidenceTampered(long size) {
        super("The evidence tree of size " + size + " does not have the root that its checkpoint signed");
    }
}
