/** Tests of solids and noise. */
@NullMarked
package org.radcase.demo.entity.shape;

import org.jspecify.annotations.NullMarked;
