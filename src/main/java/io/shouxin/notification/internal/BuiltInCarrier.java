package io.shouxin.notification.internal;

import io.shouxin.notification.Failure;
import io.shouxin.notification.MessageChannel;

/** The demo's mailbox and its like, which either takes a message or throws. */
record BuiltInCarrier(MessageChannel channel) implements Carrier {

    @Override
    public Handover send(Parcel parcel) {
        try {
            channel.deliver(parcel.to(), parcel.text());
            return new Handover.Taken("");
        } catch (RuntimeException e) {
            return new Handover.Failed(Failure.UNREACHABLE);
        }
    }
}
