/** The databases, for operators, over HTTP. */
@NullMarked
package org.radcase.database.boundary;

import org.jspecify.annotations.NullMarked;
