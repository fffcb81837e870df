package org.radcase.it.bench.baseline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A run beside the recorded one. */
public record Comparison(Baseline now, Optional<Baseline> recorded, List<Judged> judged) {
  public static Comparison of(Baseline now, Optional<Baseline> recorded) {
    return new Comparison(now, recorded, Judged.all(now, recorded));
  }

  /** What is worse than recorded, or missing: a line each. */
  public List<String> failures() {
    return judged.stream().filter(it -> it.verdict().fails()).map(Judged::line).toList();
  }

  /** Leaves the figures as {@code baseline.json} and a page as {@code baseline.html} in a folder. */
  public void publish(Path folder) {
    now.write(folder.resolve("baseline.json"));
    try {
      Files.writeString(
          folder.resolve("baseline.html"), new BaselinePage(now, recorded, judged).html());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    judged.forEach(it -> System.out.println(it.line()));
  }
}
