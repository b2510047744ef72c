/** Who looked at, revealed, searched for or exported people's data in an unusual way, found in the evidence log for those who audit. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "evidence",
            "deadline",
            "subject",
            "record",
            "record::imports",
            "inbox",
            "request",
            "identity"
        })
package io.shouxin.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
