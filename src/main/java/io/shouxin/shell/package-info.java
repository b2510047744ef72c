/** Layouts, navigation and error pages around the modules' views, problems and documentation of their API; nothing depends on it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform", "inbox", "identity"})
package io.shouxin.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
