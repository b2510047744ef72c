package io.shouxin.notification;

/** Why a message did not go out, or why that is not known; each has words that say what to do. */
public enum Failure {
    /** No connection, or none in time; nothing was handed over. */
    UNREACHABLE(Effect.RESTS),
    /** No encrypted connection, or a certificate that is not trusted. */
    TLS_REFUSED(Effect.RESTS),
    /** Name, password, key or signature is wrong, or may not do this. */
    CREDENTIALS(Effect.RESTS),
    /** Too much at once, or for today. */
    THROTTLED(Effect.RESTS),
    BALANCE(Effect.RESTS),
    /** The address leads into a network that this portal must not call. */
    FORBIDDEN_TARGET(Effect.RESTS),
    /** This number has had too many. */
    RECIPIENT_LIMIT(Effect.AGAIN),
    REFUSED(Effect.AGAIN),
    ADDRESS_REFUSED(Effect.FOR_GOOD),
    /** The provider does not accept template, signature or parameters. */
    TEMPLATE_REFUSED(Effect.FOR_GOOD),
    /** No template is set for this notice. */
    TEMPLATE_MISSING(Effect.FOR_GOOD),
    EXPIRED(Effect.FOR_GOOD),
    /** No channel is there, or none that works for days. */
    NO_CHANNEL(Effect.FOR_GOOD),
    /** Handed over, and no answer in time. */
    NO_ANSWER(Effect.UNKNOWN),
    /** The other side failed in the middle of it. */
    SERVER_ERROR(Effect.UNKNOWN),
    /** An answer that cannot be read. */
    BAD_ANSWER(Effect.UNKNOWN),
    /** This portal stopped in the middle of it. */
    INTERRUPTED(Effect.UNKNOWN),
    /** This database came back from a back-up that was made before it was known. */
    RESTORED(Effect.UNKNOWN);

    private enum Effect {
        RESTS,
        AGAIN,
        FOR_GOOD,
        UNKNOWN
    }

    private final Effect effect;

    Failure(Effect effect) {
        this.effect = effect;
    }

    /** The next message would fare no better: the channel rests for a while. */
    public boolean restsChannel() {
        return effect == Effect.RESTS;
    }

    /** The same message would fare no better at any time. */
    public boolean isForGood() {
        return effect == Effect.FOR_GOOD;
    }

    /** Nobody knows whether the message went out. */
    public boolean isUnknown() {
        return effect == Effect.UNKNOWN;
    }
}
