/** The pages of the set-up, one question each. */
@NullMarked
package io.shouxin.setup.ui;

import org.jspecify.annotations.NullMarked;
