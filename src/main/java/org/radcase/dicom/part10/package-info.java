/**
 * DICOM files: reading data sets from untrusted bytes within limits, finding the pixel data and its
 * frames without loading them, and writing files. Source: PS3.10 section 7, PS3.5 section 7 and
 * annex A.
 *
 * <p>A fault of the bytes is a {@link org.radcase.dicom.data.DicomException}; any other {@link
 * java.io.IOException} is the disk's or the network's. What pixels mean is in {@code dicom.pixel}.
 */
@NullMarked
package org.radcase.dicom.part10;

import org.jspecify.annotations.NullMarked;
