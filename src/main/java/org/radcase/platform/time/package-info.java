/** The clock, and ids that grow with it. */
@NullMarked
package org.radcase.platform.time;

import org.jspecify.annotations.NullMarked;
