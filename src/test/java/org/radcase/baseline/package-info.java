/**
 * The part of the performance baseline that needs RadCase's own classes: statements of DAOs and the
 * DICOM toolkit. What comes by HTTP, and the judging, are in {@code it-tests}.
 */
@NullMarked
package org.radcase.baseline;

import org.jspecify.annotations.NullMarked;
