/** Sign-in pages, and where administrators look after the firm's people. */
@NullMarked
package io.shouxin.identity.ui;

import org.jspecify.annotations.NullMarked;
