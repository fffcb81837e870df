/** Tests of {@code dicom.lut}. */
@NullMarked
package org.radcase.dicom.lut;

import org.jspecify.annotations.NullMarked;
