package org.radcase.database.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * A move as an operator sees it.
 *
 * @param from the name of the database that has the data
 * @param to of the one that follows
 * @param move empty if there never was one
 * @param pending rows that were written and not carried over yet
 * @param lagMillis since everything was carried over last; 0 while nothing waits
 * @param rowsPerSecond lately
 * @param problem why it does not go on; RadCase tries again
 * @param keptUntil when the old database stops following
 */
public record MoveStatus(
    String from,
    Optional<String> to,
    Optional<Move> move,
    long pending,
    long lagMillis,
    double rowsPerSecond,
    Optional<String> problem,
    Optional<Instant> keptUntil) {}
