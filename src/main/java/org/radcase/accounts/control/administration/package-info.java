/** What administrators and operators do to people and institutions. */
@NullMarked
package org.radcase.accounts.control.administration;

import org.jspecify.annotations.NullMarked;
