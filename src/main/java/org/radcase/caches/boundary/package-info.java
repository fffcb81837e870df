/** The caches, for operators, over HTTP. */
@NullMarked
package org.radcase.caches.boundary;

import org.jspecify.annotations.NullMarked;
