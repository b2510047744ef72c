/** What tests of every module share. */
@NullMarked
package io.shouxin.testing;

import org.jspecify.annotations.NullMarked;
