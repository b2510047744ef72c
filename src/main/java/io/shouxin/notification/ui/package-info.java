/** The channels' settings, what is told where no channel is, and the demo's mailbox. */
@NullMarked
package io.shouxin.notification.ui;

import org.jspecify.annotations.NullMarked;
