/** Encrypted files, their checks, and the PDFs made from templates. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform"})
package io.shouxin.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
