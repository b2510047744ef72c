package io.shouxin.evidence.internal;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.KeyEpochDestroyed;
import io.shouxin.shared.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The end of a wrapping key is the end of all that backups hold under it: it belongs in the log. */
@Component
class KeyEpochs {

    private final EvidenceLog evidence;

    KeyEpochs(EvidenceLog evidence) {
        this.evidence = evidence;
    }

    @EventListener
    void destroyed(KeyEpochDestroyed gone) {
        evidence.append(EvidenceEvent.of(EvidenceKind.KEY_EPOCH_DESTROYED, Actor.SYSTEM)
                .target("epoch", gone.epoch())
                .build());
    }
}
