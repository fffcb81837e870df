/** Tests of the demo cases and of their DICOM instances. */
@NullMarked
package org.radcase.demo.control;

import org.jspecify.annotations.NullMarked;
