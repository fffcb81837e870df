/** What the server's figures are kept by, and what of them is worth a warning, as values. */
@NullMarked
package org.radcase.monitoring.entity;

import org.jspecify.annotations.NullMarked;
