package io.shouxin.notification.internal;

import java.time.Duration;

/**
 * How long the other side is waited for.
 *
 * @param connect until there is a connection
 * @param answer until each answer begins
 * @param whole until everything must be over, however much trickles in
 */
record Patience(Duration connect, Duration answer, Duration whole) {

    static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(60));

    /** Of somebody who looks on while a channel is tried. */
    static final Patience OF_A_TRIAL =
            new Patience(Duration.ofSeconds(8), Duration.ofSeconds(15), Duration.ofSeconds(25));
}
