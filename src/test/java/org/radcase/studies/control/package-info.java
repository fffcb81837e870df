/** Tests of {@code studies.control}. */
@NullMarked
package org.radcase.studies.control;

import org.jspecify.annotations.NullMarked;
