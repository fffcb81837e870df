package org.radcase.platform.jdbc;

/** Is told how long statements take, up to the first row or the number of rows. Thread-safe. */
@FunctionalInterface
interface StatementTimes {
  /** Nobody wants to know. */
  StatementTimes UNTOLD = (kind, nanos) -> {};

  void add(StatementKind kind, long nanos);
}
