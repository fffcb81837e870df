/** What administrators are told of the running server. */
@NullMarked
package org.radcase.monitoring.control;

import org.jspecify.annotations.NullMarked;
