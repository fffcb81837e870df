/** What an operator sees of the caches and does with them. */
@NullMarked
package org.radcase.caches.control;

import org.jspecify.annotations.NullMarked;
