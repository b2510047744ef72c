/** The look of the product as small Vaadin components: views are composed of these and of plain Vaadin fields. */
@NullMarked
package io.shouxin.shared.ui;

import org.jspecify.annotations.NullMarked;
