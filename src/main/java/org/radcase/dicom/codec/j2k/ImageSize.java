package org.radcase.dicom.codec.j2k;

import java.util.ArrayList;
import java.util.List;
import org.radcase.dicom.codec.FrameShape;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * Image and tile size (SIZ), on the reference grid. Source: T.800 A.5.1, B.2, B.3.
 *
 * @param area the image
 * @param tileX left edge of the first tile, at or before the image's
 * @param tileY its upper edge
 */
record ImageSize(
    Area area, int tileX, int tileY, long tileWidth, long tileHeight, List<Component> components) {

  /**
   * One component's samples.
   *
   * @param bits 1 to 16
   */
  record Component(int bits, boolean isSigned) {}

  private static final int PART_15 = 0x4000; // of Rsiz, T.814 A.2
  private static final int MOST_BITS = 16;
  private static final int MOST_TILES = 65_535;
  // Room for sums of two coordinates in an int; no frame of DICOM is wider than 65,535.
  private static final long MOST_COORDINATE = 1L << 30;

  ImageSize {
    components = List.copyOf(components);
  }

  static ImageSize read(ByteReader in, FrameShape shape) throws DicomException {
    var offset = in.at();
    var capabilities = in.u16();
    var right = in.u32();
    var bottom = in.u32();
    var left = in.u32();
    var top = in.u32();
    var tileWidth = in.u32();
    var tileHeight = in.u32();
    var tileX = in.u32();
    var tileY = in.u32();
    if (left >= right
        || top >= bottom
        || tileX > left
        || tileY > top
        || tileX + tileWidth <= left
        || tileY + tileHeight <= top) {
      throw in.malformed("An image that its first tile does not meet");
    }
    if (right > MOST_COORDINATE || bottom > MOST_COORDINATE) {
      throw in.notDecodable("An image that large, or that far from the origin");
    }
    var area = new Area((int) left, (int) top, (int) right, (int) bottom);
    var components = components(in, in.u16(), shape);
    var bits = components.stream().mapToInt(Component::bits).max().orElse(0);
    shape.check(area.height(), area.width(), components.size(), bits, offset);
    // Now, so that a damaged header is not taken for another codec.
    if ((capabilities & PART_15) != 0) {
      throw DicomException.at(offset, Kind.NOT_DECODABLE, "High-throughput JPEG 2000");
    }
    var size = new ImageSize(area, (int) tileX, (int) tileY, tileWidth, tileHeight, components);
    if ((long) size.tilesAcross() * size.tilesDown() > MOST_TILES) {
      throw in.malformed("More tiles than can be numbered");
    }
    return size;
  }

  private static List<Component> components(ByteReader in, int count, FrameShape shape)
      throws DicomException {
    var components = new ArrayList<Component>();
    for (var i = 0; i < count && i <= shape.samplesPerPixel(); i++) {
      var depth = in.u8();
      var bits = (depth & 0x7F) + 1;
      var xStep = in.u8();
      var yStep = in.u8();
      if (xStep != 1 || yStep != 1) {
        throw in.notDecodable("Sub-sampled components");
      }
      if (bits > MOST_BITS) {
        throw in.notDecodable(bits + " bits a sample");
      }
      components.add(new Component(bits, (depth & 0x80) != 0));
    }
    return components;
  }

  int tilesAcross() {
    return (int) ((area.x1() - tileX + tileWidth - 1) / tileWidth);
  }

  int tilesDown() {
    return (int) ((area.y1() - tileY + tileHeight - 1) / tileHeight);
  }

  int tiles() {
    return tilesAcross() * tilesDown();
  }

  /** Equations B-7 to B-10. */
  Area tile(int index) {
    var left = tileX + index % tilesAcross() * tileWidth;
    var top = tileY + index / tilesAcross() * tileHeight;
    return new Area(
        (int) Math.max(left, area.x0()),
        (int) Math.max(top, area.y0()),
        (int) Math.min(left + tileWidth, area.x1()),
        (int) Math.min(top + tileHeight, area.y1()));
  }
}
