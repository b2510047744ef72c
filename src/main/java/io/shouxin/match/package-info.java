/** Two people on file who may be one: somebody compares them, merges them or keeps them apart, and may undo a merge for a time. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "platform", "evidence", "deadline", "subject", "record", "inbox", "inbox::ui"})
package io.shouxin.match;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
