/** Tests of {@code dicom.codec}. */
@NullMarked
package org.radcase.dicom.codec;

import org.jspecify.annotations.NullMarked;
