/** The only Camunda code: constants, delegates, implementations of the ports, engine configuration. Nothing depends on it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "deadline",
            "retention",
            "request",
            "inbox",
            "match",
            "sweep",
            "audit",
            "setup"
        })
package io.shouxin.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
