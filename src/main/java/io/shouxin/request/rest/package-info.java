/** Requests and the people whom they are about, for integrators and tools. */
@NullMarked
package io.shouxin.request.rest;

import org.jspecify.annotations.NullMarked;
