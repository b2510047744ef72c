/** Problem details and documentation of the API. */
@NullMarked
package io.shouxin.shell.rest;

import org.jspecify.annotations.NullMarked;
