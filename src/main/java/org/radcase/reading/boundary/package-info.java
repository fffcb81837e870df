/** Annotations, display and key findings of a case over HTTP. */
@NullMarked
package org.radcase.reading.boundary;

import org.jspecify.annotations.NullMarked;
