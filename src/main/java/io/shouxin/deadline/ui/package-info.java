/** The calendar page. */
@NullMarked
package io.shouxin.deadline.ui;

import org.jspecify.annotations.NullMarked;
