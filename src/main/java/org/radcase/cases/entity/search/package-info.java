/** How cases are looked for: filters, words, order, and what a list shows. */
@NullMarked
package org.radcase.cases.entity.search;

import org.jspecify.annotations.NullMarked;
