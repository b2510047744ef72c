/** The embedded database server, the three database roles and the order in which schema and engine start. */
@NullMarked
package io.shouxin.platform.database;

import org.jspecify.annotations.NullMarked;
