/** Tests of {@code studies.boundary}. */
@NullMarked
package org.radcase.studies.boundary;

import org.jspecify.annotations.NullMarked;
