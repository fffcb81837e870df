/** What an operator sees of the databases. */
@NullMarked
package org.radcase.database.entity;

import org.jspecify.annotations.NullMarked;
