/** Sweeps over records nobody asked about: what is due, proposed as a batch, approved by people, destroyed with a certificate. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "platform::backup",
            "evidence",
            "document",
            "deadline",
            "subject",
            "record",
            "system",
            "retention",
            "inbox",
            "inbox::ui",
            "match",
            "request"
        })
package io.shouxin.sweep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
