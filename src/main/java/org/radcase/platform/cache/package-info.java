/** Kept answers: in the process by Ehcache, in Redis by Redisson, and never an outdated one. */
@NullMarked
package org.radcase.platform.cache;

import org.jspecify.annotations.NullMarked;
