/** What must happen outside exactly once: rows PLANNED, SENT_UNKNOWN, CONFIRMED, and their reconciliation. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform", "evidence"})
package io.shouxin.effect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
