/** How a request tells who asks. */
@NullMarked
package org.radcase.accounts.boundary;

import org.jspecify.annotations.NullMarked;
