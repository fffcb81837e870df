/**
 * Solids in patient space (mm, LPS: x to the patient's left, y to the back, z to the head) as
 * signed distances, and the noise that makes them look grown. No pixels here.
 */
@NullMarked
package org.radcase.demo.entity.shape;

import org.jspecify.annotations.NullMarked;
