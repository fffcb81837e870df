/** The audit trail over HTTP, for those who administer. */
@NullMarked
package org.radcase.audit.boundary;

import org.jspecify.annotations.NullMarked;
