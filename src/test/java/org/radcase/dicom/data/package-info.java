/** Tests of {@code dicom.data}. */
@NullMarked
package org.radcase.dicom.data;

import org.jspecify.annotations.NullMarked;
