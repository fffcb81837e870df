/**
 * The bodies of the demo cases, built of solids: healthy anatomy with places where a case puts what
 * there is to find. Each part paints itself on a canvas, in the contrast of the image.
 */
@NullMarked
package org.radcase.demo.entity.anatomy;

import org.jspecify.annotations.NullMarked;
