package org.radcase.database.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.radcase.database.entity.PoolAlert;
import org.radcase.monitoring.control.alerts.AlertSource;
import org.radcase.monitoring.entity.Measure;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.jdbc.PoolFigures;
import org.radcase.platform.jdbc.Replica;

/** The databases that are in use, and their connections, beside their limits. */
@ApplicationScoped
class WatchPools implements AlertSource {
  private static final double MUCH_USE = 0.8;

  private final Database database;

  @Inject
  WatchPools(Database database) {
    this.database = database;
  }

  @Override
  public List<Measure> measure(Instant at) {
    return Stream.concat(Stream.of(database.main()), database.replica().map(Replica::pool).stream())
        .flatMap(pool -> of(pool.figures()).stream())
        .toList();
  }

  private static List<Measure> of(PoolFigures pool) {
    var measures = new ArrayList<Measure>();
    var name = pool.name();
    measures.add(Measure.critical(PoolAlert.DATABASE_AWAY, name, pool.answers() ? 0 : 1, 0));
    var most = pool.most();
    if (most != null && most > 1) {
      var share = (double) pool.inUse() / most;
      measures.add(Measure.warning(PoolAlert.POOL_USE, name, share, MUCH_USE));
    }
    measures.add(Measure.warning(PoolAlert.POOL_WAITING, name, pool.waiting(), 0));
    measures.add(Measure.critical(PoolAlert.POOL_EXHAUSTED, name, pool.exhausted() ? 1 : 0, 0));
    return measures;
  }
}
