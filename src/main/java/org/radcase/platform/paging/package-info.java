/** Lists in pages: what is asked for, and what one page is. */
@NullMarked
package org.radcase.platform.paging;

import org.jspecify.annotations.NullMarked;
