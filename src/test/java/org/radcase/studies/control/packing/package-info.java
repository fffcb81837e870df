/** Tests of {@code studies.control.packing}. */
@NullMarked
package org.radcase.studies.control.packing;

import org.jspecify.annotations.NullMarked;
