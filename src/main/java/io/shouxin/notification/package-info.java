/** Messages to people: templates, the ways they go (mail, SMS), and what became of each. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform", "platform::backup", "evidence", "effect"})
package io.shouxin.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
