package org.radcase.demo.control;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.radcase.demo.entity.DemoCase;
import org.radcase.demo.entity.image.ImageSeries;
import org.radcase.demo.entity.image.ImageSeries.Packing;
import org.radcase.demo.entity.phantom.Lab;

/**
 * Makes the studies of the demo cases, one instance at a time: the same bytes on every machine and
 * on every day, so that loading them again finds them stored. Holds about 3 MB of noise; may be
 * shared by threads, and forgotten when all is loaded.
 */
public final class DemoStudies {
  private final Lab lab = Lab.open();

  /** The files of a case, series by series; none of them is made yet. */
  public List<DemoFile> files(DemoCase demo) {
    var files = new ArrayList<DemoFile>();
    var series = demo.phantom().series(lab);
    for (var i = 0; i < series.size(); i++) {
      for (var images : instances(series.get(i))) {
        var name =
            "demo-%02d/series-%d/%04d.dcm".formatted(demo.number(), i + 1, images.get(0) + 1);
        files.add(new DemoFile(name, new DemoInstance(demo, series.get(i), i + 1, images)));
      }
    }
    return files;
  }

  /** The images of each instance. */
  private static List<List<Integer>> instances(ImageSeries series) {
    var images = IntStream.range(0, series.planes().size()).boxed().toList();
    if (series.packing() == Packing.FRAMES) return List.of(images);
    return images.stream().map(List::of).toList();
  }
}
