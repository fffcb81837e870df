/** The viewer's measurements over HTTP, and the page that shows them. */
@NullMarked
package org.radcase.viewing.boundary;

import org.jspecify.annotations.NullMarked;
