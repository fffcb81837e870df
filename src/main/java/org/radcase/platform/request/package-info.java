/** What the code at work may know of the request that it works for. */
@NullMarked
package org.radcase.platform.request;

import org.jspecify.annotations.NullMarked;
