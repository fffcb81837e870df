/** Tests of {@code dicom.pixel}. */
@NullMarked
package org.radcase.dicom.pixel;

import org.jspecify.annotations.NullMarked;
