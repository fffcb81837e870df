/** Tests of {@code dicom.render}. */
@NullMarked
package org.radcase.dicom.render;

import org.jspecify.annotations.NullMarked;
