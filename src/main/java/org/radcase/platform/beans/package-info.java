/** How beans are made. */
@NullMarked
package org.radcase.platform.beans;

import org.jspecify.annotations.NullMarked;
