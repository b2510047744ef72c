/** The link, the stored answers, and the gate before a portal without a firm. */
@NullMarked
package io.shouxin.setup.internal;

import org.jspecify.annotations.NullMarked;
