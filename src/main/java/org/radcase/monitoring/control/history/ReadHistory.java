package org.radcase.monitoring.control.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.radcase.accounts.control.administration.Administrators;
import org.radcase.accounts.entity.Caller;
import org.radcase.monitoring.control.ThisInstance;
import org.radcase.monitoring.control.history.History.Job;
import org.radcase.monitoring.control.history.History.RouteFigures;
import org.radcase.monitoring.control.history.History.State;
import org.radcase.monitoring.control.history.History.Total;
import org.radcase.monitoring.entity.Span;
import org.radcase.monitoring.entity.Step;
import org.radcase.platform.metrics.Jobs;
import org.radcase.platform.metrics.Meters;

/**
 * Tells administrators how the server did. Admins of an institution too: the figures are of the whole
 * server, of nobody and of no case.
 */
@ApplicationScoped
public class ReadHistory {
  private static final int SLOWEST_ROUTES = 15;

  private record Place(Instant began, String instance) {}

  private final Administrators administrators;
  private final SampleDao dao;
  private final RecentSamples recent;
  private final ThisInstance instance;
  private final Meters meters;
  private final Clock clock;

  @Inject
  ReadHistory(
      Administrators administrators,
      SampleDao dao,
      RecentSamples recent,
      ThisInstance instance,
      Meters meters,
      Clock clock) {
    this.administrators = administrators;
    this.dao = dao;
    this.recent = recent;
    this.instance = instance;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * Before anything else of a request is looked at: nobody else learns what is wrong with it.
   *
   * @throws org.radcase.platform.problem.Problem admin.not-allowed
   */
  public void check(Caller caller) {
    administrators.check(caller);
  }

  /** @throws org.radcase.platform.problem.Problem admin.not-allowed */
  public History of(Caller caller, Span span) {
    administrators.check(caller);
    var step = span.step();
    // The last one for which there may be a sample.
    var last = step.beginningOf(clock.instant().minus(Step.TEN_SECONDS.length()));
    var from = last.minus(step.length().multipliedBy(span.steps() - 1L));
    var samples = samples(step, from);
    var byStep = samples.stream().collect(Collectors.groupingBy(PlacedSample::began));
    var points = new ArrayList<Point>();
    for (var i = 0; i < span.steps(); i++) {
      var began = from.plus(step.length().multipliedBy(i));
      var instances = byStep.getOrDefault(began, List.of()).stream()
          .map(PlacedSample::sample)
          .toList();
      points.add(Point.of(began, instances));
    }
    var sum = Sample.sum(samples.stream().map(PlacedSample::sample).toList());
    return new History(
        span,
        samples.stream().map(PlacedSample::instance).distinct().sorted().toList(),
        points,
        total(sum),
        slowest(sum),
        jobs());
  }

  /** Those of the database, each with what this instance has not written of it yet. */
  private List<PlacedSample> samples(Step step, Instant from) {
    var samples = new HashMap<Place, Sample>();
    for (var kept : dao.since(step, from)) {
      samples.merge(new Place(kept.began(), kept.instance()), kept.sample(), Sample::plus);
    }
    recent.unwritten().forEach((began, sample) -> {
      var place = new Place(step.beginningOf(began), instance.name());
      if (!place.began().isBefore(from)) samples.merge(place, sample, Sample::plus);
    });
    return samples.entrySet().stream()
        .map(it -> new PlacedSample(it.getKey().began(), it.getKey().instance(), it.getValue()))
        .toList();
  }

  private static Total total(Sample sum) {
    var looks = sum.hits() + sum.misses();
    var times = sum.times();
    return new Total(
        times.count(),
        sum.errors(),
        times.percentiles(),
        looks == 0 ? Double.NaN : (double) sum.hits() / looks);
  }

  private static List<RouteFigures> slowest(Sample sum) {
    return sum.routes().entrySet().stream()
        .map(it -> new RouteFigures(
            it.getKey(),
            it.getValue().times().count(),
            it.getValue().errors(),
            it.getValue().times().percentiles()))
        .sorted(Comparator.comparing((RouteFigures it) -> -it.times().p95())
            .thenComparing(RouteFigures::route))
        .limit(SLOWEST_ROUTES)
        .toList();
  }

  private List<Job> jobs() {
    return meters.levels(Jobs.RUNNING).stream()
        .filter(it -> !Double.isNaN(it.value()))
        .map(it -> new Job(it.labels().get(0), it.value() > 0 ? State.RUNNING : State.IDLE))
        .sorted(Comparator.comparing(Job::name))
        .toList();
  }
}
