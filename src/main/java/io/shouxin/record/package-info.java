/** What the firm holds about its people, by category, classification and branch, and the gate that every read and write passes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.shouxin.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
