@NullMarked
package io.shouxin.sweep.ui;

import org.jspecify.annotations.NullMarked;
