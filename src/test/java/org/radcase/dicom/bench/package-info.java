@NullMarked
package org.radcase.dicom.bench;

import org.jspecify.annotations.NullMarked;
