package io.shouxin.evidence.internal;

import io.shouxin.evidence.EvidenceSequencer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Runs the sequencer every second, and says once, not every second, that it cannot. */
@Component
@EnableScheduling
class SequencerSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(SequencerSchedule.class);

    private final EvidenceSequencer sequencer;
    private boolean failing;

    SequencerSchedule(EvidenceSequencer sequencer) {
        this.sequencer = sequencer;
    }

    @Scheduled(fixedDelayString = "${shouxin.evidence.interval:PT1S}")
    void run() {
        try {
            sequencer.sequenceNow();
            if (failing) {
                LOG.info("Evidence is sequenced again");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("Evidence cannot be sequenced; entries wait until it can", e);
            }
            failing = true;
        }
    }
}
