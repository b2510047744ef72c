/** What an operator does beside the pages: back-up, its check, restore, on the command line. Nothing depends on it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform", "platform::backup", "evidence", "record"})
package io.shouxin.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
