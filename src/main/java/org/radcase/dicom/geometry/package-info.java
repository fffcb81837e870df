/**
 * Where images lie in the patient: planes, the order of slices, orientation letters. Lengths are in
 * mm; axes are DICOM's patient coordinates: x to the left hand, y to the back, z to the head (LPS).
 */
@NullMarked
package org.radcase.dicom.geometry;

import org.jspecify.annotations.NullMarked;
