package org.radcase.dicom.part10;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.part10.DataSetParser.Loading;

/**
 * Reads DICOM files, with and without preamble and meta group, to their end: what is cut off is
 * TRUNCATED. Source: PS3.10 section 7.1.
 *
 * <p>All methods throw {@link DicomException} for a fault of the bytes.
 */
public final class Part10Reader {
  private static final int PREAMBLE_BYTES = 128;
  private static final int ZLIB_METHOD_AND_WINDOW = 0x78;

  private Part10Reader() {}

  /** Reads a header in constant memory: pixel data and long values stay in the file. */
  public static Part10File read(Path file) throws IOException {
    return read(file, ReadLimits.DEFAULT);
  }

  public static Part10File read(Path file, ReadLimits limits) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return read(in, limits);
    }
  }

  /** As {@link #read(Path)}; the stream is read to its end and not closed. */
  public static Part10File read(InputStream in, ReadLimits limits) throws IOException {
    return read(in, limits, Loading.HEADER);
  }

  /** Loads all values, the pixel data too, up to the limit of all values together. */
  public static Part10File readAll(InputStream in, ReadLimits limits) throws IOException {
    return read(in, limits, Loading.EVERYTHING);
  }

  private static Part10File read(InputStream stream, ReadLimits limits, Loading loading)
      throws IOException {
    var in = new ByteInput(stream, Long.MAX_VALUE);
    var budget = new Budget(limits);
    skipPreamble(in);
    var meta =
        new DataSetParser(in, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, budget, loading).parseMeta();
    var syntax = syntax(meta, in);
    skipZlibHeader(in, syntax);
    var offset = in.position();
    if (syntax.isDeflated()) {
      try (var inflating = new BulkSource.Inflated(in.asStream())) {
        var inflated = new ByteInput(inflating, limits.inflatedBytes());
        var parser = new DataSetParser(inflated, syntax, budget, loading);
        return file(meta, syntax, offset, parser);
      }
    }
    var truth = SyntaxGuess.corrected(syntax, in);
    var parser = new DataSetParser(in, truth, budget, loading);
    return file(meta, syntax.isEncapsulated() ? syntax : truth, offset, parser);
  }

  private static Part10File file(
      DataSet meta, TransferSyntax syntax, long offset, DataSetParser parser) throws IOException {
    var dataSet = parser.parseToEnd();
    var pixels = parser.pixelData(dataSet, syntax);
    return new Part10File(meta, syntax, dataSet, offset, pixels);
  }

  private static void skipPreamble(ByteInput in) throws IOException {
    if (in.available(PREAMBLE_BYTES + 4) == PREAMBLE_BYTES + 4 && isPrefix(in, PREAMBLE_BYTES)) {
      in.advance(PREAMBLE_BYTES + 4);
    } else if (in.available(4) == 4 && isPrefix(in, 0)) {
      in.advance(4);
    }
  }

  /** Some writers deflate in zlib's format (RFC 1950), which puts two bytes before RFC 1951's. */
  private static void skipZlibHeader(ByteInput in, TransferSyntax syntax) throws IOException {
    if (syntax.isDeflated() && in.available(2) == 2) {
      var header = in.peekShort(0, true);
      if (header >>> 8 == ZLIB_METHOD_AND_WINDOW && header % 31 == 0) {
        in.advance(2);
      }
    }
  }

  private static boolean isPrefix(ByteInput in, int at) {
    return in.peek(at) == 'D'
        && in.peek(at + 1) == 'I'
        && in.peek(at + 2) == 'C'
        && in.peek(at + 3) == 'M';
  }

  private static TransferSyntax syntax(DataSet meta, ByteInput in) throws IOException {
    var uid = meta.string(Tag.TRANSFER_SYNTAX_UID);
    if (uid.isEmpty()) {
      return SyntaxGuess.of(in);
    }
    var syntax = TransferSyntax.find(uid.get()).filter(TransferSyntax::hasFiles);
    if (syntax.isEmpty()) {
      throw DicomException.at(
          in.position(),
          Kind.UNSUPPORTED_TRANSFER_SYNTAX,
          "No file is known in the transfer syntax " + printable(uid.get()));
    }
    return syntax.get();
  }

  private static String printable(String uid) {
    var short64 = uid.substring(0, Math.min(64, uid.length()));
    return short64.replaceAll("[^0-9A-Za-z.]", "?");
  }
}
