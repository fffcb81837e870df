/** Tests of the DICOM toolkit, and the sample files that they share. */
@NullMarked
package org.radcase.dicom;

import org.jspecify.annotations.NullMarked;
