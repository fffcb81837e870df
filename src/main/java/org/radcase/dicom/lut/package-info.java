/**
 * Lookup tables and what does their work: from stored to modality values, from those to display
 * values, and palettes. Knows data sets, but neither frames nor pictures. Source: PS3.3 C.11, C.7.6.3,
 * C.7.9; PS3.4 N.2.
 */
@NullMarked
package org.radcase.dicom.lut;

import org.jspecify.annotations.NullMarked;
