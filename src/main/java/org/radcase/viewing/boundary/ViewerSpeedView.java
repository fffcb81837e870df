package org.radcase.viewing.boundary;

import java.time.Instant;
import java.util.List;
import org.radcase.viewing.control.ReadSpeeds.Report;
import org.radcase.viewing.entity.Histogram;
import org.radcase.viewing.entity.Measure;
import org.radcase.viewing.entity.Speed;

/**
 * Percentiles of visits as they travel, each within 2.5 %.
 *
 * @param from the first step
 * @param stepHours 1 or 24
 * @param figures by measure, then device; those without visits are left out
 */
public record ViewerSpeedView(
    Instant from,
    long stepHours,
    List<ConnectionView> connections,
    List<GoalView> goals,
    List<FigureView> figures) {

  /** How many visits came by one kind of line: unknown, slow-2g, 2g, 3g or 4g. */
  public record ConnectionView(String connection, long visits) {}

  /** What 95 of 100 visits should stay under. */
  public record GoalView(String measure, int p95) {}

  /**
   * One measure on one kind of device, in the unit that its name ends with.
   *
   * @param device phone, tablet or desktop
   * @param steps those in which there were visits
   */
  public record FigureView(
      String measure,
      String device,
      long visits,
      long p50,
      long p75,
      long p95,
      long p99,
      List<StepView> steps) {
    static FigureView of(Speed speed) {
      var whole = speed.whole();
      return new FigureView(
          speed.measure().term(),
          speed.device().term(),
          whole.count(),
          whole.percentile(50),
          whole.percentile(75),
          whole.percentile(95),
          whole.percentile(99),
          speed.steps().entrySet().stream()
              .map(it -> StepView.of(it.getKey(), it.getValue()))
              .toList());
    }
  }

  /** An hour, or a day of UTC. */
  public record StepView(Instant began, long visits, long p75) {
    static StepView of(Instant began, Histogram step) {
      return new StepView(began, step.count(), step.percentile(75));
    }
  }

  static ViewerSpeedView of(Report report) {
    return new ViewerSpeedView(
        report.from(),
        report.step().toHours(),
        report.connections().entrySet().stream()
            .map(it -> new ConnectionView(it.getKey().term(), it.getValue()))
            .toList(),
        List.of(Measure.values()).stream()
            .filter(it -> it.goal().isPresent())
            .map(it -> new GoalView(it.term(), it.goal().getAsInt()))
            .toList(),
        report.speeds().stream().map(FigureView::of).toList());
  }
}
