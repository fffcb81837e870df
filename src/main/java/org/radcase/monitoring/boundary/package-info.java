/** Monitoring over HTTP. */
@NullMarked
package org.radcase.monitoring.boundary;

import org.jspecify.annotations.NullMarked;
