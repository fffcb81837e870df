/** What was measured: taken every ten seconds, kept by ever longer steps, told for a span of time. */
@NullMarked
package org.radcase.monitoring.control.history;

import org.jspecify.annotations.NullMarked;
