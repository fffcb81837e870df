package org.radcase.dicom.codec.j2k;

import org.radcase.dicom.codec.FrameShape;
import org.radcase.dicom.codec.Work;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/** JPEG 2000, lossless and lossy. Source: ITU-T T.800; PS3.5 section 8.2.4, annex A.4.4. */
public final class Jpeg2000 {
  private Jpeg2000() {}

  /**
   * Decodes one image. Component transforms are undone: what was RGB before coding is RGB again.
   *
   * @param stream a codestream, bare or in the boxes of a JP2 file
   * @return samples as {@code shape} describes them; signed ones in two's complement, extended to
   *     the container
   * @throws DicomException TRUNCATED if packets are missing, MALFORMED if the stream contradicts
   *     itself, the standard or {@code shape}, NOT_DECODABLE for what Part 1 does not have, more
   *     than 16 bits, and sub-sampled components, LIMIT if it costs far more work than its samples
   *     can need
   */
  public static byte[] decode(byte[] stream, FrameShape shape) throws DicomException {
    var codestream = Codestream.read(Boxes.codestream(stream), shape);
    var size = codestream.size();
    var work = new Work(stream.length, shape);
    var blocks = new BlockDecoder(stream);
    var samples = new SampleWriter(size, shape);
    for (var index = 0; index < size.tiles(); index++) {
      var coded = codestream.tile(index);
      if (coded == null) {
        throw DicomException.at(stream.length, Kind.TRUNCATED, "Tile " + index + " is missing");
      }
      var tile = Tile.of(coded, size, index);
      new PacketReader(stream, coded, work).readAll(tile);
      samples.write(tile, blocks);
    }
    return samples.bytes();
  }
}
