/** Tests of {@code dicom.geometry}. */
@NullMarked
package org.radcase.dicom.geometry;

import org.jspecify.annotations.NullMarked;
