/** Addresses that work once: set-up, invitation, reset. */
@NullMarked
package org.radcase.accounts.control.links;

import org.jspecify.annotations.NullMarked;
