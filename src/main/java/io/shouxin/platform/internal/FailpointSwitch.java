package io.shouxin.platform.internal;

import io.shouxin.platform.Failpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Halts the process, without any clean-up, at the place named by {@code shouxin.failpoint}; by default none is named. */
@Component
class FailpointSwitch implements Failpoints {

    private static final Logger LOG = LoggerFactory.getLogger(FailpointSwitch.class);
    private static final int HALTED = 86;

    private final String armed;

    FailpointSwitch(@Value("${shouxin.failpoint:}") String armed) {
        this.armed = armed;
        if (!armed.isEmpty()) {
            LOG.warn("Failpoint {} is armed: this process will halt there", armed);
        }
    }

    @Override
    public void pass(String place) {
        if (place.equals(armed)) {
            Runtime.getRuntime().halt(HALTED);
        }
    }
}
