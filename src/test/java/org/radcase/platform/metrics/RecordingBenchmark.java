package org.radcase.platform.metrics;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a request, a statement and an event cost more for being counted. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings({"NullAway.Init", "NotNullFieldNotInitialized"}) // JMH calls prepare() first
public class RecordingBenchmark {
  private static final Metric STATEMENT = new Metric(
      "radcase_test_statement_duration", Metric.Unit.SECONDS, "Statements", "database", "kind");
  private static final Metric EVENT =
      new Metric("radcase_test_events", Metric.Unit.NONE, "Events", "event");

  private Meters meters;
  private RequestMetrics requests;

  @Setup
  public void prepare() {
    meters = GivenMetrics.meters();
    var resources = List.<Class<?>>of(RoutesTest.Cases.class, RoutesTest.Series.class);
    requests = new RequestMetrics(new Routes(resources), meters);
  }

  @Benchmark
  public void request() {
    requests.begin();
    requests.end(
        "GET",
        "/api/cases/0190b5f0-0000-7000-8000-000000000000/series/1.2.840/thumbnail",
        200,
        3_141_592);
  }

  @Benchmark
  public void statement() {
    meters.timing(STATEMENT, "jdbc/radcase", "select").add(271_828);
  }

  @Benchmark
  public void event() {
    meters.count(EVENT, "visit").increment();
  }
}
