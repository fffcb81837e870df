/** Lines of the log: which request they belong to, and how they look. */
@NullMarked
package org.radcase.platform.log;

import org.jspecify.annotations.NullMarked;
