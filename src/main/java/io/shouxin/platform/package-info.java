/** What every module stands on: the database's start and roles, the key vault, time (docs/adr/0004). */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.shouxin.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
