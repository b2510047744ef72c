package io.shouxin.setup;

/** A colleague has changed the firm's particulars since they were read. Nothing was saved, and nothing of theirs is lost. */
public class FirmChanged extends RuntimeException {

    private final FirmParticulars now;

    FirmChanged(FirmParticulars now) {
        super("The firm is in version " + now.version());
        this.now = now;
    }

    /** The particulars as they are now. */
    public FirmParticulars now() {
        return now;
    }
}
