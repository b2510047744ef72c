/** The staff's side of requests: the panels of its tasks, the list of cases, people, and requests entered for a client. */
@NullMarked
package io.shouxin.request.ui.staff;

import org.jspecify.annotations.NullMarked;
