/** What an operator is warned of about the caches: windows, limits and hysteresis, as values. */
@NullMarked
package org.radcase.caches.entity;

import org.jspecify.annotations.NullMarked;
