/** The systems that hold records, behind one interface: find, erase, verify. The built-in vault is the first. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform", "evidence", "effect", "subject", "record"})
package io.shouxin.system;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
