package org.radcase.dicom.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.radcase.baseline.Effort;
import org.radcase.baseline.InTurns;
import org.radcase.baseline.InTurns.Work;
import org.radcase.baseline.Turns;
import org.radcase.dicom.DicomImage;
import org.radcase.dicom.part10.Part10Reader;

/**
 * The toolkit on one CT slice, beside the least that has to be done for the same bytes. That is bound
 * by the same things: the file system for headers, the processor for pixels.
 */
public final class DicomFigures {
  private static final String GROUP = "DICOM";
  private static final int SAMPLES = 512 * 512;

  private final Effort effort;
  private final List<Turns> figures = new ArrayList<>();
  private final byte[] differences = new byte[SAMPLES];
  private final short[] samples = new short[SAMPLES];
  private final byte[] deflated = new byte[4 * SAMPLES];

  private DicomFigures(Effort effort) {
    this.effort = effort;
    new Random(1).nextBytes(differences);
  }

  public static List<Turns> measure(Effort effort) throws Exception {
    return new DicomFigures(effort).measure();
  }

  private List<Turns> measure() throws Exception {
    var path = CtSlice.NATIVE.path();
    var headerBytes = (int) Files.size(path) - CtSlice.NATIVE.frame().length;
    add(
        "header of a slice",
        () -> Part10Reader.read(path).dataSet().size() > 0,
        "the same bytes read",
        () -> readFirst(headerBytes));
    add(
        "slice to PNG",
        () -> {
          DicomImage.open(path).writePng(1, OutputStream.nullOutputStream());
          return true;
        },
        "the file read and deflated",
        () -> deflate(Files.readAllBytes(path)));
    decoding("JPEG baseline, decoded", CtSlice.JPEG_BASELINE);
    decoding("JPEG lossless, decoded", CtSlice.JPEG_LOSSLESS);
    decoding("JPEG-LS, decoded", CtSlice.JPEG_LS);
    return figures;
  }

  private void decoding(String name, CtSlice slice) throws Exception {
    var file = slice.file();
    var frame = slice.frame();
    add(name, () -> slice.decode(frame, file) != null, "as many differences added up", this::addUp);
  }

  private static boolean readFirst(int bytes) throws IOException {
    try (var channel = FileChannel.open(CtSlice.NATIVE.path())) {
      return channel.read(ByteBuffer.allocate(bytes)) == bytes;
    }
  }

  private boolean deflate(byte[] bytes) {
    var deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    var length = deflater.deflate(deflated);
    deflater.end();
    return length > 0;
  }

  /** The simplest decoder that there is. */
  private boolean addUp() {
    var previous = 0;
    for (var i = 0; i < SAMPLES; i++) {
      previous += differences[i];
      samples[i] = (short) previous;
    }
    return samples.length > 0;
  }

  private void add(String name, Work toolkit, String peer, Work least) throws Exception {
    figures.add(InTurns.measure(effort, GROUP, name, toolkit, peer, least));
  }
}
