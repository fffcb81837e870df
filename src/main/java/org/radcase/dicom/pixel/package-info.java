/**
 * What pixels are: image descriptions, layouts, frames as bytes and as samples. How they look is in
 * {@code render}. Source: PS3.3 C.7.6.3, PS3.5 section 8.
 */
@NullMarked
package org.radcase.dicom.pixel;

import org.jspecify.annotations.NullMarked;
