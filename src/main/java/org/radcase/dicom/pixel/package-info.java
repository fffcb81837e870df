/**
 * What pixels mean and how they look: image descriptions, windows, frames as bytes, and frames as
 * pictures of eight bits. Stored values become modality values (rescale), those display values
 * (window). Source: PS3.3 C.7.6.3, C.11.1, C.11.2, PS3.5 section 8.
 */
@NullMarked
package org.radcase.dicom.pixel;

import org.jspecify.annotations.NullMarked;
