/** The demo's mailbox. */
@NullMarked
package io.shouxin.notification.ui;

import org.jspecify.annotations.NullMarked;
