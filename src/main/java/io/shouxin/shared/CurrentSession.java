package io.shouxin.shared;

import java.util.Optional;

/**
 * Tells in which session the present call is made: a browser's, or the one that an access token stands for. Implemented by the
 * identity module. The answer tells calls of one session from those of another while both last; it is never stored or logged.
 */
public interface CurrentSession {

    /** Empty for background work and wherever nothing ties one call to the next. */
    Optional<String> id();
}
