/** Layouts, navigation and error pages around the modules' views; nothing depends on it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.shouxin.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
