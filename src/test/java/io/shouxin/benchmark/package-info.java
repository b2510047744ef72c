/** Programs that measure the product against floors taken in the same run (docs/benchmarks.md); no test depends on a time. */
@NullMarked
package io.shouxin.benchmark;

import org.jspecify.annotations.NullMarked;
