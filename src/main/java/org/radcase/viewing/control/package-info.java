/** Takes the viewer's measurements, keeps their counts, and tells percentiles of them. */
@NullMarked
package org.radcase.viewing.control;

import org.jspecify.annotations.NullMarked;
