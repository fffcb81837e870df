/** Teaching cases over HTTP. */
@NullMarked
package org.radcase.cases.boundary;

import org.jspecify.annotations.NullMarked;
