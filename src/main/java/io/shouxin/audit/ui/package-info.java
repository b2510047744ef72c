@NullMarked
package io.shouxin.audit.ui;

import org.jspecify.annotations.NullMarked;
