/** Tests of {@code studies.control.manifests}. */
@NullMarked
package org.radcase.studies.control.manifests;

import org.jspecify.annotations.NullMarked;
