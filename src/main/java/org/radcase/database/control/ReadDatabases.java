package org.radcase.database.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.radcase.accounts.control.administration.Administrators;
import org.radcase.accounts.entity.Caller;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.jdbc.Pool;
import org.radcase.platform.jdbc.PoolFigures;
import org.radcase.platform.jdbc.Pools;
import org.radcase.platform.jdbc.Replica;

/** Tells operators how the databases are. */
@ApplicationScoped
public class ReadDatabases {
  private final Administrators administrators;
  private final Pools pools;
  private final Database database;

  /**
   * How they are at this moment.
   *
   * @param main the name of the database that has the data
   */
  public record State(String main, List<PoolFigures> pools, Optional<Replica> replica) {}

  @Inject
  ReadDatabases(Administrators administrators, Pools pools, Database database) {
    this.administrators = administrators;
    this.pools = pools;
    this.database = database;
  }

  /** @throws org.radcase.platform.problem.Problem admin.not-allowed */
  public State state(Caller caller) {
    administrators.checkOperator(caller);
    var figures = pools.all().stream().map(Pool::figures).toList();
    return new State(database.main().name(), figures, database.replica());
  }
}
