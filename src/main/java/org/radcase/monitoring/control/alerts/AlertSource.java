package org.radcase.monitoring.control.alerts;

import java.time.Instant;
import java.util.List;
import org.radcase.monitoring.entity.Measure;

/** Has figures with limits; every bean of this type is asked every ten seconds, by one thread. */
public interface AlertSource {
  /** The figures now; those that say nothing are left out. */
  List<Measure> measure(Instant at);
}
