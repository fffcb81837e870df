/** What the audit trail holds: who did what, to what, and how it ended. */
@NullMarked
package org.radcase.audit.entity;

import org.jspecify.annotations.NullMarked;
