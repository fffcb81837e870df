/** Files that are complete or absent, never half-written. */
@NullMarked
package org.radcase.platform.files;

import org.jspecify.annotations.NullMarked;
