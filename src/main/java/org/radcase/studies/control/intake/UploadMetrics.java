package org.radcase.studies.control.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.radcase.platform.metrics.Meters;
import org.radcase.platform.metrics.Metric;
import org.radcase.platform.metrics.Metric.Unit;
import org.radcase.studies.entity.Verdict;

/** Counts what became of uploads. Thread-safe. */
@ApplicationScoped
public class UploadMetrics {
  private static final Metric UPLOADS =
      new Metric("radcase_upload_requests", Unit.NONE, "Uploads that were taken to their end");
  private static final Metric FILES = new Metric(
      "radcase_upload_files",
      Unit.NONE,
      "Files of uploads, by what became of them: stored, duplicate or refused",
      "verdict");

  private final Meters meters;

  @Inject
  UploadMetrics(Meters meters) {
    this.meters = meters;
  }

  /** An upload is over. */
  public void count(List<Verdict> verdicts) {
    meters.count(UPLOADS).increment();
    for (var verdict : verdicts) {
      var word = verdict.taken().map(it -> it.wasThere() ? "duplicate" : "stored");
      meters.count(FILES, word.orElse("refused")).increment();
    }
  }
}
