/**
 * What RadCase measures of itself, in MicroProfile Metrics' registry: SmallRye's on Tomcat, the
 * server's own on Payara. Features tell their figures through {@link
 * org.radcase.platform.metrics.MetricSource}; who shows them is elsewhere, but for JMX.
 */
@NullMarked
package org.radcase.platform.metrics;

import org.jspecify.annotations.NullMarked;
