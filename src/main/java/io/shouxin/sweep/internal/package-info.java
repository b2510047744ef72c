@NullMarked
package io.shouxin.sweep.internal;

import org.jspecify.annotations.NullMarked;
