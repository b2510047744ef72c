/** Decision tables that a lawyer may change, evaluated behind the ports of the modules that ask them. */
@NullMarked
package io.shouxin.workflow.decision;

import org.jspecify.annotations.NullMarked;
