package org.radcase.database.control;

import java.util.List;

/** A pool as JMX shows it; -1 stands for what the server's pool does not tell. */
public interface PoolMXBean {
  boolean isAnswering();

  int getInUse();

  int getIdle();

  int getMost();

  int getWaiting();

  /** Half of the last thousand borrowers waited so many microseconds at the most. */
  long getWaitP50Micros();

  /** 95 of 100 of the last thousand borrowers waited so many microseconds at the most. */
  long getWaitP95Micros();

  long getBorrowed();

  long getStatements();

  long getTransactions();

  long getRetries();

  long getLost();

  long getExhaustions();

  /** Whether somebody got no connection within the last minute because all were in use. */
  boolean isExhausted();

  /** Connections that somebody has had for too long, with the stack of that thread. */
  List<String> getLeaks();

  /** Size of SQLite's write-ahead log, in bytes. */
  long getLogBytes();
}
