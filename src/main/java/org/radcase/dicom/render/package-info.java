/**
 * Frames as pictures: grey ones through modality, VOI and presentation LUT, colour ones as RGB, with
 * shutters and overlays, as PNG and JPEG. Writes pictures, and never reads one: no decoder of the JDK
 * sees a file. Source: PS3.4 N.2, PS3.3 C.7.6.3, C.7.6.11, C.9, C.11.
 */
@NullMarked
package org.radcase.dicom.render;

import org.jspecify.annotations.NullMarked;
