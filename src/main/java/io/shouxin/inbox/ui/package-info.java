/** The inbox on the screen, and what a module implements to show a task of its own kind in it. */
@NullMarked
@NamedInterface("ui")
package io.shouxin.inbox.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
