/** One filter for each HTTP concern, and the pure rules that they obey. */
@NullMarked
package org.radcase.platform.http;

import org.jspecify.annotations.NullMarked;
