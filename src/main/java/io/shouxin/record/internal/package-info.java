/** How imports are kept, run and matched with the people who are known. */
@NullMarked
package io.shouxin.record.internal;

import org.jspecify.annotations.NullMarked;
