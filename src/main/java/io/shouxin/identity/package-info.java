/** Sign-in of clients (one-time code) and staff, roles and branches, filter chains; implements {@link io.shouxin.shared.CurrentActor}. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "evidence",
            "subject",
            "record",
            "record::imports",
            "notification",
            "inbox",
            "request"
        })
package io.shouxin.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
