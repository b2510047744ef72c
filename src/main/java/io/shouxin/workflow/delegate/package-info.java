/** What the models call, one class for each step: it finds the case's id and calls the domain. */
@NullMarked
package io.shouxin.workflow.delegate;

import org.jspecify.annotations.NullMarked;
