/** The only door to the database; nothing outside speaks java.sql, except the DAOs' row mappers. */
@NullMarked
package org.radcase.platform.jdbc;

import org.jspecify.annotations.NullMarked;
