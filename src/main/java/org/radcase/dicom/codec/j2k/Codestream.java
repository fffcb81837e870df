package org.radcase.dicom.codec.j2k;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.radcase.dicom.codec.FrameShape;
import org.radcase.dicom.data.DicomException;

/**
 * The headers of a codestream, and where its tiles' packets are. Source: T.800 annex A. For one
 * thread.
 */
final class Codestream {
  private static final int SOT_BYTES = 12;

  private final ByteReader in;
  private final ImageSize size;
  private final Parameters parameters;
  private final PackedHeaders packedHeaders = new PackedHeaders();
  private final Map<Integer, CodedTile> tiles = new HashMap<>();

  private Codestream(ByteReader in, ImageSize size) {
    this.in = in;
    this.size = size;
    parameters = new Parameters(size.components().size());
  }

  static Codestream read(ByteReader in, FrameShape shape) throws DicomException {
    if (in.u16() != Marker.SOC || in.u16() != Marker.SIZ) {
      throw in.malformed("Not a JPEG 2000 codestream");
    }
    var codestream = new Codestream(in, ImageSize.read(segment(in), shape));
    codestream.readMainHeader();
    // Without an end (EOC) a stream is whole if all its packets are there.
    while (in.left() >= SOT_BYTES && in.u16() == Marker.SOT) {
      codestream.readTilePart();
    }
    return codestream;
  }

  ImageSize size() {
    return size;
  }

  @Nullable
  CodedTile tile(int index) {
    return tiles.get(index);
  }

  private void readMainHeader() throws DicomException {
    var marker = in.u16();
    while (marker != Marker.SOT) {
      var segment = segment(in);
      if (marker == Marker.PPM) {
        packedHeaders.add(segment);
      } else {
        parameters.read(marker, segment);
      }
      marker = in.u16();
    }
    packedHeaders.split();
    readTilePart();
  }

  private void readTilePart() throws DicomException {
    var start = in.at() - 2;
    var segment = segment(in);
    var index = segment.u16();
    var length = segment.u32();
    if (index >= size.tiles()) {
      throw in.malformed("Tile " + index + " of " + size.tiles());
    }
    var tile = tiles.computeIfAbsent(index, any -> new CodedTile(new Parameters(parameters)));
    var marker = in.u16();
    while (marker != Marker.SOD) {
      var parameter = segment(in);
      if (marker == Marker.PPT) {
        tile.packedHeaders().add(parameter);
      } else {
        tile.parameters().read(marker, parameter);
      }
      marker = in.u16();
    }
    // A last part may leave its length open. One that names too much is cut at the end of the
    // stream: whether something is missing the packets tell.
    var end = length == 0 ? in.end() : Math.min(start + length, in.end());
    if (end < in.at()) {
      throw in.malformed("A tile-part shorter than its header");
    }
    tile.add(in.take(end - in.at()), packedHeaders.next());
  }

  private static ByteReader segment(ByteReader in) throws DicomException {
    var length = in.u16();
    if (length < 2) {
      throw in.malformed("A marker segment shorter than its own length");
    }
    return in.take(length - 2);
  }
}
