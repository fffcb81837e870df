/** Warnings: raised and ended by all features' figures, kept, acknowledged, sent to a webhook. */
@NullMarked
package org.radcase.monitoring.control.alerts;

import org.jspecify.annotations.NullMarked;
