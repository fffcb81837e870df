package org.radcase.monitoring.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All figures that have limits. Each reading makes the next of these from the one before. */
public final class Watches {
  /** Before the first reading. */
  public static final Watches NONE = new Watches(List.of());

  private final List<Watch> watches;

  private Watches(List<Watch> watches) {
    this.watches = List.copyOf(watches);
  }

  /** Those that are raised. */
  public List<Alert> raised() {
    return watches.stream().filter(Watch::raised).map(Watch::alert).toList();
  }

  public Watches next(List<Measure> measures, Instant at) {
    var next = new ArrayList<Watch>();
    for (var measure : measures) {
      var watch = watches.stream().filter(it -> it.last().isOf(measure)).findFirst();
      next.add(watch.map(it -> it.with(measure, at)).orElseGet(() -> Watch.begin(measure, at)));
    }
    for (var watch : watches) {
      var told = measures.stream().anyMatch(it -> it.isOf(watch.last()));
      if (!told && !watch.isForgotten(at)) next.add(watch.untold());
    }
    return new Watches(next);
  }
}
