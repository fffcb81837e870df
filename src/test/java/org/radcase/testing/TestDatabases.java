package org.radcase.testing;

import javax.sql.DataSource;
import org.radcase.platform.jdbc.Database;

/** The kinds of database that RadCase runs on, ready to be copied for each test. */
public enum TestDatabases {
  SQLITE {
    @Override
    public Fresh fresh() {
      return SqliteCopies.fresh();
    }

    @Override
    public Fresh empty() {
      return SqliteCopies.empty();
    }
  },
  POSTGRESQL {
    @Override
    public Fresh fresh() {
      return PostgresqlCopies.fresh();
    }

    @Override
    public Fresh empty() {
      return PostgresqlCopies.empty();
    }
  };

  /**
   * One database for one test.
   *
   * @param drop removes it
   */
  public record Fresh(DataSource dataSource, Database database, Runnable drop) {
    static Fresh of(DataSource dataSource, Runnable drop) {
      return new Fresh(dataSource, new Database(dataSource), drop);
    }
  }

  /** A migrated and empty database. */
  public abstract Fresh fresh();

  /** One that is not even migrated. */
  public abstract Fresh empty();
}
