package org.radcase.dicom.codec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * JPEG with Huffman codes: baseline and extended sequential DCT of 8 and 12 bits (processes 1, 2, 4)
 * and lossless of 2 to 16 bits, of any selection value (process 14). Source: ITU-T T.81 annexes B, F
 * and H; PS3.5 sections 8.2.1 and A.4.1.
 *
 * <p>Stricter than most readers: nothing is guessed where bits are missing. More lenient than the
 * standard where real files are: the end marker may be missing, and bytes between a scan and the
 * next marker are passed over. For one thread.
 */
public final class Jpeg {
  // The codes of markers. Source: T.81 table B.1.
  private static final int SOF0 = 0xC0;
  private static final int SOF1 = 0xC1;
  private static final int SOF3 = 0xC3;
  private static final int DHT = 0xC4;
  private static final int JPG = 0xC8;
  private static final int DAC = 0xCC;
  private static final int SOF15 = 0xCF;
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int DQT = 0xDB;
  private static final int DNL = 0xDC;
  private static final int DRI = 0xDD;
  private static final int DHP = 0xDE;
  private static final int EXP = 0xDF;
  private static final int APP0 = 0xE0;
  private static final int APP14 = 0xEE;
  /** First of the segments that a reader passes over: applications, extensions, comments. */
  private static final int FIRST_OPTIONAL = 0xE0;
  /** A frame of JPEG-LS. Source: ITU-T T.87 C.1.1. */
  private static final int SOF55 = 0xF7;

  /** What a bitstream says of its components' colour. */
  public enum ColorSpace {
    UNSTATED,
    RGB,
    /** Of full range: DICOM's YBR_FULL. Source: ITU-T T.871 section 7. */
    YCBCR
  }

  /** Decoded samples. */
  public static final class Decoded {
    private final byte[] samples;
    private final ColorSpace colorSpace;

    private Decoded(byte[] samples, ColorSpace colorSpace) {
      this.samples = samples;
      this.colorSpace = colorSpace;
    }

    /** As {@link FrameShape} describes; the array itself, not a copy: the caller owns it. */
    public byte[] samples() {
      return samples;
    }

    /** Colour stays as coded; UNSTATED where there are not three components. */
    public ColorSpace colorSpace() {
      return colorSpace;
    }
  }

  private final byte[] stream;
  private final FrameShape shape;
  private final JpegCursor cursor;
  private final JpegTables tables = new JpegTables();
  private final JpegColors colors = new JpegColors();
  private final Set<JpegFrame.Component> decoded = new HashSet<>();
  private @Nullable JpegFrame frame;
  private final Work work;
  private byte[] samples = new byte[0];

  private Jpeg(byte[] stream, FrameShape shape) {
    this.stream = stream;
    this.shape = shape;
    this.cursor = JpegCursor.of(stream);
    this.work = new Work(stream.length, shape);
  }

  /**
   * Decodes one image. Takes time in proportion to the stream's length, and memory for the samples,
   * for sub-sampled components before they are spread, and for a few lines.
   *
   * @param stream from SOI on; what follows the last scan is not looked at
   * @throws DicomException NOT_DECODABLE for other processes (progressive, arithmetic, hierarchical)
   *     and for samples that do not fit; MALFORMED; TRUNCATED if bits are missing
   */
  public static Decoded decode(byte[] stream, FrameShape shape) throws DicomException {
    return new Jpeg(stream, shape).decode();
  }

  private Decoded decode() throws DicomException {
    if (cursor.marker() != SOI) {
      throw cursor.malformed("A JPEG that does not begin as one");
    }
    while (true) {
      read(cursor.marker());
      if (frame != null && decoded.containsAll(frame.components())) {
        return new Decoded(samples, colors.of(frame));
      }
    }
  }

  private void read(int code) throws DicomException {
    var offset = cursor.offset() - 2;
    if (code == EOI) {
      throw DicomException.at(offset, Kind.TRUNCATED, "The JPEG ends before its components do");
    }
    if (isOtherProcess(code)) {
      throw DicomException.at(
          offset, Kind.NOT_DECODABLE, "JPEG process of marker FF" + Integer.toHexString(code));
    }
    var segment = cursor.segment();
    switch (code) {
      case SOF0, SOF1 -> begin(JpegFrame.read(JpegFrame.Coding.DCT, segment, shape), offset);
      case SOF3 -> begin(JpegFrame.read(JpegFrame.Coding.LOSSLESS, segment, shape), offset);
      case SOS -> scan(segment);
      case DQT -> tables.readQuantisers(segment);
      case DHT -> tables.readHuffman(segment);
      case DRI -> tables.readRestartInterval(segment);
      case APP0 -> colors.readApp0(segment);
      case APP14 -> colors.readApp14(segment);
      default -> {
        if (code < FIRST_OPTIONAL && code != DNL && code != DAC) {
          throw DicomException.at(offset, Kind.MALFORMED, "A JPEG marker out of place");
        }
      }
    }
  }

  private static boolean isOtherProcess(int code) {
    var isFrame = code > SOF3 && code <= SOF15 && code != DHT && code != JPG && code != DAC;
    return isFrame || code == SOF1 + 1 || code == SOF55 || code == DHP || code == EXP;
  }

  private void begin(JpegFrame read, int offset) throws DicomException {
    if (frame != null) {
      throw DicomException.at(offset, Kind.MALFORMED, "A JPEG of two frames");
    }
    if (read.leastBits() > 8L * stream.length) {
      throw DicomException.at(stream.length, Kind.TRUNCATED, "A JPEG too short for its size");
    }
    frame = read;
    samples = new byte[shape.bytes()];
  }

  private void scan(JpegCursor segment) throws DicomException {
    if (frame == null) {
      throw segment.malformed("A JPEG scan before its frame");
    }
    var scan = JpegScan.read(segment, frame);
    var planes = new ArrayList<JpegPlane>();
    for (var part : scan.parts()) {
      if (!decoded.add(part.component())) {
        throw segment.malformed("A JPEG component that comes again");
      }
      planes.add(plane(frame, part.component()));
    }
    var bits = new JpegBits(stream, cursor.offset(), work);
    switch (frame.coding()) {
      case DCT -> JpegDct.decode(scan, frame.bits(), tables, bits, planes);
      case LOSSLESS -> JpegLossless.decode(scan, frame.bits(), tables, bits, planes);
    }
    cursor.skipTo(bits.end());
    for (var i = 0; i < planes.size(); i++) {
      var component = scan.parts().get(i).component();
      if (!frame.isWhole(component)) {
        var whole = JpegPlane.within(samples, shape, component.index());
        JpegUpsampling.spread(planes.get(i), whole, frame, component);
      }
    }
  }

  private JpegPlane plane(JpegFrame frame, JpegFrame.Component component) {
    return frame.isWhole(component)
        ? JpegPlane.within(samples, shape, component.index())
        : JpegPlane.apart(frame.width(component), frame.height(component), shape.sampleBytes());
  }
}
