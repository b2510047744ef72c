package io.shouxin.notification;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** In the demo nothing leaves the machine: what is handed over is what the mailbox page shows. */
@Component
@Profile("demo")
class DemoStaffMessages implements StaffMessages {

    @Override
    public void deliver(StaffMessage message) {
        // the table of messages is the mailbox
    }
}
