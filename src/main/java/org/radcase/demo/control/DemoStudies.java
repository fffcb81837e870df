package org.radcase.demo.control;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.radcase.demo.entity.DemoCase;
import org.radcase.demo.entity.image.ImageSeries;
import org.radcase.demo.entity.image.ImageSeries.Packing;
import org.radcase.demo.entity.phantom.Lab;

/**
 * Makes the studies of the demo cases, one instance at a time: the same bytes on every machine and
 * on every day, so that loading them again finds them stored. May be shared by threads.
 */
public final class DemoStudies {
  private final Lab lab = Lab.open();

  /** The files of a case; each is made when the stream comes to it. */
  public Stream<DemoFile> files(DemoCase demo) {
    var jobs = new ArrayList<Job>();
    var series = demo.phantom().series(lab);
    for (var i = 0; i < series.size(); i++) {
      for (var part : parts(series.get(i))) jobs.add(new Job(demo, series.get(i), i + 1, part));
    }
    return jobs.stream().map(Job::file);
  }

  /** How many files a case has, without making one. */
  public int count(DemoCase demo) {
    return demo.phantom().series(lab).stream()
        .mapToInt(series -> parts(series).size())
        .sum();
  }

  /** The images of each instance. */
  private static List<List<Integer>> parts(ImageSeries series) {
    var images = IntStream.range(0, series.planes().size()).boxed().toList();
    if (series.packing() == Packing.FRAMES) return List.of(images);
    return images.stream().map(List::of).toList();
  }

  private record Job(DemoCase demo, ImageSeries series, int number, List<Integer> images) {
    DemoFile file() {
      var name = "demo-%02d/series-%d/%04d.dcm".formatted(demo.number(), number, images.get(0) + 1);
      return new DemoFile(name, new DemoInstance(demo, series, number, images).dataSet());
    }
  }
}
