/** What visits of cases are measured by, and the pure rules of their statistics. */
@NullMarked
package org.radcase.viewing.entity;

import org.jspecify.annotations.NullMarked;
