/**
 * Moves the data from SQLite to PostgreSQL while people work. Each write leaves the key of its row in
 * a journal, by triggers, in its own transaction; one thread carries over what the journal names
 * and, batch by batch, all that was there before. A row is always carried over as it is now, so to
 * do it twice is as good as once. decisions/0004 says why.
 */
@NullMarked
package org.radcase.database.control.move;

import org.jspecify.annotations.NullMarked;
