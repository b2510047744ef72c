package io.shouxin.match.internal;

import io.shouxin.record.PossiblePairs;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what an import could not tell; {@link MatchKeeper} asks somebody later, so that no import waits for the engine. */
@Component
class FoundPairs implements PossiblePairs {

    private final MatchRows matches;

    FoundPairs(MatchRows matches) {
        this.matches = matches;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void found(UUID importId, Collection<Pair> pairs) {
        matches.add(pairs, importId);
    }
}
