/** What an operator does with the databases. */
@NullMarked
package org.radcase.database.control;

import org.jspecify.annotations.NullMarked;
