/** Tests of planes and canvases. */
@NullMarked
package org.radcase.demo.entity.image;

import org.jspecify.annotations.NullMarked;
