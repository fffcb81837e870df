/** The settings an administrator may make, read once and checked. */
@NullMarked
package org.radcase.platform.config;

import org.jspecify.annotations.NullMarked;
