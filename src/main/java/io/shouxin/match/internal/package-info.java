@NullMarked
package io.shouxin.match.internal;

import org.jspecify.annotations.NullMarked;
