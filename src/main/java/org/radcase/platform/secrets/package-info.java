/** The server's key, and what is made from it. */
@NullMarked
package org.radcase.platform.secrets;

import org.jspecify.annotations.NullMarked;
