/** What happens between the deployment and the first request, in order. */
@NullMarked
package org.radcase.platform.startup;

import org.jspecify.annotations.NullMarked;
