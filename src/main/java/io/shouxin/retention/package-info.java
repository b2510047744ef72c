/** How long each category must or may be kept, by which rule. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform", "record", "record::imports"})
package io.shouxin.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
