/** Annotating, arranging and teaching on the images of a case. */
@NullMarked
package org.radcase.reading.control;

import org.jspecify.annotations.NullMarked;
