/** Imports, for integrators and tools. */
@NullMarked
package io.shouxin.record.rest;

import org.jspecify.annotations.NullMarked;
