/** Value objects that two or more modules use, and {@link io.shouxin.shared.CurrentActor}; no Spring. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package io.shouxin.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
