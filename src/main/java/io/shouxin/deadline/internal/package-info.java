/** How calendars, clocks and warnings are kept in PostgreSQL. */
@NullMarked
package io.shouxin.deadline.internal;

import org.jspecify.annotations.NullMarked;
