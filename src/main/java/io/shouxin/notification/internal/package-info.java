/** How messages are kept, handed over and looked up, and how channels are kept. */
@NullMarked
package io.shouxin.notification.internal;

import org.jspecify.annotations.NullMarked;
