/** Tests of {@code dicom.json}. */
@NullMarked
package org.radcase.dicom.json;

import org.jspecify.annotations.NullMarked;
