/**
 * From solids to pixels: planes in patient space, tissues and how each kind of image shows them,
 * and the canvas on which solids are painted one after the other.
 */
@NullMarked
package org.radcase.demo.entity.image;

import org.jspecify.annotations.NullMarked;
