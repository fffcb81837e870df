/** What every feature stands on; it knows none of them. */
@NullMarked
package org.radcase.platform;

import org.jspecify.annotations.NullMarked;
