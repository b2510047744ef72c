/** The commands themselves. */
@NullMarked
package io.shouxin.operation.internal;

import org.jspecify.annotations.NullMarked;
