/** The task list, for integrators and tools. */
@NullMarked
package io.shouxin.inbox.rest;

import org.jspecify.annotations.NullMarked;
