package org.radcase.dicom.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * A frame header (SOF). Source: ITU-T T.81 B.2.2.
 *
 * @param bits of a sample: 8 or 12 for DCT, 2 to 16 lossless
 * @param components by their place in the frame
 */
record JpegFrame(
    Coding coding, int bits, int rows, int columns, List<JpegFrame.Component> components) {

  private static final int MOST_SAMPLING = 4;

  enum Coding {
    DCT(8),
    LOSSLESS(1);

    private final int unit;

    Coding(int unit) {
      this.unit = unit;
    }

    /** Rows and columns of a data unit: a block, or a sample. */
    int unit() {
      return unit;
    }
  }

  /**
   * A component.
   *
   * @param index from 0, its place in a pixel
   * @param across horizontal sampling factor, 1 to 4
   * @param down vertical sampling factor, 1 to 4
   * @param quantiser number of its quantisation table
   */
  record Component(int index, int id, int across, int down, int quantiser) {}

  /**
   * Reads it.
   *
   * @throws DicomException MALFORMED, or NOT_DECODABLE, also if it is not of the shape
   */
  static JpegFrame read(Coding coding, JpegCursor segment, FrameShape shape) throws DicomException {
    var offset = segment.offset();
    var bits = segment.u8();
    var codedRows = segment.u16();
    var columns = segment.u16();
    var components = new ArrayList<Component>();
    for (var index = segment.u8(); index > 0; index--) {
      var id = segment.u8();
      var sampling = segment.u8();
      var component =
          new Component(components.size(), id, sampling >> 4, sampling & 15, segment.u8());
      requireSampling(component, offset);
      components.add(component);
    }
    // 0 where the encoder did not know yet: DNL behind the scan gives them then (T.81 B.2.5).
    var rows = codedRows == 0 ? shape.rows() : codedRows;
    var isDepth = coding == Coding.DCT ? bits == 8 || bits == 12 : bits >= 2 && bits <= Short.SIZE;
    if (!isDepth) {
      throw DicomException.at(offset, Kind.MALFORMED, "A JPEG of " + bits + " bits a sample");
    }
    shape.check(rows, columns, components.size(), bits, offset);
    return new JpegFrame(coding, bits, rows, columns, List.copyOf(components));
  }

  Optional<Component> component(int id) {
    return components.stream().filter(component -> component.id == id).findFirst();
  }

  int mostAcross() {
    return components.stream().mapToInt(Component::across).max().orElseThrow();
  }

  int mostDown() {
    return components.stream().mapToInt(Component::down).max().orElseThrow();
  }

  /** Columns of a component, which may be sub-sampled. Source: T.81 A.1.1. */
  int width(Component component) {
    return ceil(columns * component.across, mostAcross());
  }

  /** Rows of a component. */
  int height(Component component) {
    return ceil(rows * component.down, mostDown());
  }

  /** Whether a component has a sample for every pixel. */
  boolean isWhole(Component component) {
    return component.across == mostAcross() && component.down == mostDown();
  }

  /** Fewer bits cannot hold the image: a sample takes one, a block two. */
  long leastBits() {
    var bits = 0L;
    for (var component : components) {
      var units = (long) ceil(width(component), coding.unit) * ceil(height(component), coding.unit);
      bits += coding == Coding.DCT ? 2 * units : units;
    }
    return bits;
  }

  static int ceil(int dividend, int divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  private static void requireSampling(Component component, int offset) throws DicomException {
    if (component.across < 1
        || component.across > MOST_SAMPLING
        || component.down < 1
        || component.down > MOST_SAMPLING) {
      throw DicomException.at(offset, Kind.MALFORMED, "JPEG sampling factors beyond 1 to 4");
    }
  }
}
