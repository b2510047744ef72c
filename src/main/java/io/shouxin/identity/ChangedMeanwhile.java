package io.shouxin.identity;

/** A colleague has changed the account since it was read. Nothing was saved, and nothing of theirs is lost. */
public class ChangedMeanwhile extends RuntimeException {

    private final Member now;

    public ChangedMeanwhile(Member now) {
        super("Account " + now.account().id() + " is in version " + now.version());
        this.now = now;
    }

    /** The account as it is now. */
    public Member now() {
        return now;
    }
}
