package org.radcase.demo.entity.image;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * One series of a demo case. Its pixels are made when asked for, one image at a time, so that no
 * volume is ever held in memory.
 *
 * @param packing whether each plane is an instance, or a frame of one
 * @param planes of the images in order; of flat pictures only size and spacing count
 * @param attributes further DICOM attributes by keyword; several values with a backslash
 * @param pixels the stored values of image i, {@code short[rows * columns]}, row-major
 */
public record ImageSeries(
    String modality,
    String description,
    Packing packing,
    Depth depth,
    List<Plane> planes,
    List<VoiWindow> windows,
    Map<String, String> attributes,
    IntFunction<short[]> pixels) {

  /** How images are laid in files. */
  public enum Packing {
    /** Each image is a file with its place in the patient. */
    SLICES,
    /** Each image is a file without a place: a radiograph. */
    PICTURES,
    /** All images are frames of one file: a clip, or the two sides of a scan. */
    FRAMES
  }

  /**
   * How a pixel is stored.
   *
   * @param bits stored, 8 to 16; up to 8 in one byte, else in two
   * @param slope and intercept: how stored values become HU, SUV or others
   */
  public record Depth(int bits, double slope, double intercept) {
    /** 8 bits as they are. */
    public static final Depth BYTE = new Depth(8, 1, 0);
    /** 12 bits as they are. */
    public static final Depth GREY = new Depth(12, 1, 0);
    /** 12 bits that mean HU. */
    public static final Depth HOUNSFIELD = new Depth(12, 1, -1024);

    /** The highest stored value. */
    public int highest() {
      return (1 << bits) - 1;
    }
  }

  /** A copy of all that is given. */
  public ImageSeries {
    planes = List.copyOf(planes);
    windows = List.copyOf(windows);
    attributes = Map.copyOf(attributes);
  }

  /** This series with one more attribute; the keyword is the standard's. */
  public ImageSeries with(String keyword, String value) {
    var more = new LinkedHashMap<>(attributes);
    more.put(keyword, value);
    return new ImageSeries(modality, description, packing, depth, planes, windows, more, pixels);
  }

  /** Parallel planes along an axis, from the first centre in steps of {@code step} mm. */
  public static List<Plane> stack(Plane first, int count, double step) {
    return IntStream.range(0, count)
        .mapToObj(i -> switch (first.orientation()) {
          case AXIAL ->
            new Plane(
                first.orientation(),
                first.rows(),
                first.columns(),
                first.spacing(),
                first.x(),
                first.y(),
                first.z() + i * step);
          case CORONAL ->
            new Plane(
                first.orientation(),
                first.rows(),
                first.columns(),
                first.spacing(),
                first.x(),
                first.y() + i * step,
                first.z());
          case SAGITTAL ->
            new Plane(
                first.orientation(),
                first.rows(),
                first.columns(),
                first.spacing(),
                first.x() + i * step,
                first.y(),
                first.z());
        })
        .toList();
  }
}
