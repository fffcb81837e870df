package org.radcase.platform.jdbc;

import java.sql.SQLException;

/**
 * Tells a pool without a free connection from a database without an answer; JDBC has no word for
 * it. Source: PoolExhaustedException of Tomcat's JDBC pool, the messages of Payara's, SQLSTATE 53300
 * (too_many_connections) of PostgreSQL's Appendix A.
 */
final class Exhaustion {
  private Exhaustion() {}

  static boolean is(SQLException e) {
    return e.getClass().getSimpleName().equals("PoolExhaustedException")
        || String.valueOf(e.getMessage()).contains("max-pool-size")
        || "53300".equals(e.getSQLState());
  }
}
