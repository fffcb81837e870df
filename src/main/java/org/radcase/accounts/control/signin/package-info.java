/** How somebody shows who she is: password, second factor, and what slows down who guesses. */
@NullMarked
package org.radcase.accounts.control.signin;

import org.jspecify.annotations.NullMarked;
