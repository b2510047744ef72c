/** Who the people are: clients and the third parties in their records, how they are found and matched, each under a key of their own. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform", "evidence"})
package io.shouxin.subject;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
