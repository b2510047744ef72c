/** The staff task list over its own projection. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "platform", "evidence", "deadline", "subject", "record", "notification"})
package io.shouxin.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
