/** What clients see of their requests: guide, what is held, the wizard, receipt, tracking, verification. */
@NullMarked
package io.shouxin.request.ui;

import org.jspecify.annotations.NullMarked;
