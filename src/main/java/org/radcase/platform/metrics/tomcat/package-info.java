/** Metrics over HTTP, where the server has none of its own: in radcase.war only. */
@NullMarked
package org.radcase.platform.metrics.tomcat;

import org.jspecify.annotations.NullMarked;
