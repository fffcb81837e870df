/** Tests of the JPEG 2000 decoder: against the standard's definitions, OpenJPEG, and liars. */
@NullMarked
package org.radcase.dicom.codec.j2k;

import org.jspecify.annotations.NullMarked;
