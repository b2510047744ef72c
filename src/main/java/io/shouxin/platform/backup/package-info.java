/** Back-ups of an installation: how one is made, what it holds, how it is put back (docs/operations.md). */
@NullMarked
@NamedInterface("backup")
package io.shouxin.platform.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
