@NullMarked
package org.radcase.dicom.fuzz;

import org.jspecify.annotations.NullMarked;
