@NullMarked
package io.shouxin.match.ui;

import org.jspecify.annotations.NullMarked;
