/** The staff's pages for client lists. */
@NullMarked
package io.shouxin.record.ui;

import org.jspecify.annotations.NullMarked;
