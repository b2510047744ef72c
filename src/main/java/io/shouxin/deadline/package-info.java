/** The statutory clock: working calendar, how a date is counted, pauses, warnings. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform", "evidence"})
package io.shouxin.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
