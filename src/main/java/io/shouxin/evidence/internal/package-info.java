/** How evidence is kept in PostgreSQL, sequenced into the tree, exported and checked. */
@NullMarked
package io.shouxin.evidence.internal;

import org.jspecify.annotations.NullMarked;
