/** Sign-in pages. */
@NullMarked
package io.shouxin.identity.ui;

import org.jspecify.annotations.NullMarked;
