/** What the firm holds about people, by category, classification and branch, and the one register of restrictions and seals with the gate that every read and write passes. Imports. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform", "evidence", "document", "subject"})
package io.shouxin.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
