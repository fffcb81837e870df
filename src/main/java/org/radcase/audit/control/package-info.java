/** Keeps the audit trail: durable before anything else, chained, searchable, exported. */
@NullMarked
package org.radcase.audit.control;

import org.jspecify.annotations.NullMarked;
