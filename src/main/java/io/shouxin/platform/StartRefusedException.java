package io.shouxin.platform;

/** The program must not start as things are; says in one sentence why, and in another what to do. */
public final class StartRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    public StartRefusedException(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    public StartRefusedException(String reason, String remedy, Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
