/** The append-only, tamper-evident log, its checkpoints, proofs and verifier. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform"})
package io.shouxin.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
