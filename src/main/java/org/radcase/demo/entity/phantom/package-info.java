/**
 * What was scanned in each demo case, and how: an anatomy, what there is to find in it, and the
 * series that a scanner would have made.
 */
@NullMarked
package org.radcase.demo.entity.phantom;

import org.jspecify.annotations.NullMarked;
