/** The first day of an installation: the one-time link on the console, and the questions that make a firm of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform", "evidence", "identity"})
package io.shouxin.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
