/** The accounts, and who asks. */
@NullMarked
package org.radcase.accounts.control;

import org.jspecify.annotations.NullMarked;
