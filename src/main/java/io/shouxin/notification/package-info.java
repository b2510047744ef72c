/** Messages to people: templates, channels, delivery. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform", "evidence"})
package io.shouxin.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
