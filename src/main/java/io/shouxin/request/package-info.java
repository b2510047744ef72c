/** Data-subject requests: state, per-record decisions, letters. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "platform::backup",
            "evidence",
            "effect",
            "document",
            "deadline",
            "subject",
            "record",
            "record::imports",
            "system",
            "retention",
            "notification",
            "inbox",
            "inbox::ui",
            "match"
        })
package io.shouxin.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
