/** Stays of people and tokens of programs, from signing in to the end. */
@NullMarked
package org.radcase.accounts.control.sessions;

import org.jspecify.annotations.NullMarked;
