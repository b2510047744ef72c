/** What the profile demo adds: an invented firm, its people, accounts and cases. Nothing depends on it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "subject",
            "record",
            "notification",
            "inbox",
            "request",
            "identity",
            "deadline",
            "retention"
        })
package io.shouxin.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
