/** Tests of {@code dicom.part10}. */
@NullMarked
package org.radcase.dicom.part10;

import org.jspecify.annotations.NullMarked;
