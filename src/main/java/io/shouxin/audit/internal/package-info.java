@NullMarked
package io.shouxin.audit.internal;

import org.jspecify.annotations.NullMarked;
