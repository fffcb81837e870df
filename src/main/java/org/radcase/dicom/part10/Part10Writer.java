package org.radcase.dicom.part10;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.data.Value;

/**
 * Writes data sets as Part 10 files. Sequences get undefined lengths, so that nothing is buffered;
 * group lengths of the data set are left out (retired, and wrong after any change). Source: PS3.10
 * section 7.1.
 */
public final class Part10Writer {
  private static final int PREAMBLE_BYTES = 128;

  /** Derived from a UUID of RadCase's own. */
  static final String IMPLEMENTATION_CLASS_UID = "2.25.330650472527545687109783042211803110953";

  static final String IMPLEMENTATION_VERSION_NAME = "RADCASE";

  private Part10Writer() {}

  /**
   * Writes a data set whose values are all in memory. The stream is flushed, not closed.
   *
   * @throws IllegalArgumentException if the pixel data does not fit the transfer syntax, or a value
   *     was left in its file
   */
  public static void write(DataSet dataSet, TransferSyntax syntax, OutputStream out)
      throws IOException {
    BulkSource none = offset -> {
      throw new IllegalArgumentException("A value was left in its file; name its BulkSource");
    };
    write(dataSet, syntax, none, out);
  }

  /** As above; values that were left in their file are copied from {@code bulk}. */
  public static void write(
      DataSet dataSet, TransferSyntax syntax, BulkSource bulk, OutputStream out)
      throws IOException {
    requireFit(dataSet, syntax);
    var buffered = new BufferedOutputStream(out, 32 * 1024);
    buffered.write(new byte[PREAMBLE_BYTES]);
    buffered.write(new byte[] {'D', 'I', 'C', 'M'});
    buffered.write(metaGroup(dataSet, syntax));
    if (syntax.isDeflated()) {
      writeDeflated(dataSet, bulk, buffered);
    } else {
      new DataSetEncoder(buffered, syntax, bulk).writeDataSet(dataSet);
    }
    buffered.flush();
  }

  private static void requireFit(DataSet dataSet, TransferSyntax syntax) {
    if (!syntax.hasFiles()) {
      throw new IllegalArgumentException(syntax.keyword() + " is no form of files");
    }
    var pixels = dataSet.find(Tag.PIXEL_DATA);
    if (pixels.isPresent()
        && pixels.get().value() instanceof Value.Fragments != syntax.isEncapsulated()) {
      throw new IllegalArgumentException(
          "The pixel data is not in the form of " + syntax.keyword());
    }
  }

  private static byte[] metaGroup(DataSet dataSet, TransferSyntax syntax) throws IOException {
    var meta = DataSet.builder()
        .putBytes(Tag.FILE_META_INFORMATION_VERSION, VR.OB, new byte[] {0, 1})
        .putString(
            Tag.MEDIA_STORAGE_SOP_CLASS_UID, dataSet.string(Tag.SOP_CLASS_UID).orElse(""))
        .putString(
            Tag.MEDIA_STORAGE_SOP_INSTANCE_UID,
            dataSet.string(Tag.SOP_INSTANCE_UID).orElse(""))
        .putString(Tag.TRANSFER_SYNTAX_UID, syntax.uid())
        .putString(Tag.IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_CLASS_UID)
        .putString(Tag.IMPLEMENTATION_VERSION_NAME, IMPLEMENTATION_VERSION_NAME)
        .build();
    var body = encodedMeta(meta);
    var length = DataSet.builder()
        .putInts(Tag.FILE_META_INFORMATION_GROUP_LENGTH, VR.UL, body.length)
        .build();
    var group = new ByteArrayOutputStream();
    group.write(encodedMeta(length));
    group.write(body);
    return group.toByteArray();
  }

  private static byte[] encodedMeta(DataSet meta) throws IOException {
    var bytes = new ByteArrayOutputStream();
    BulkSource none = offset -> bytesOnly();
    new DataSetEncoder(bytes, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, none).writeMeta(meta);
    return bytes.toByteArray();
  }

  private static InputStream bytesOnly() {
    throw new IllegalStateException("The meta group is always in memory");
  }

  private static void writeDeflated(DataSet dataSet, BulkSource bulk, OutputStream out)
      throws IOException {
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      var deflating = new DeflaterOutputStream(new Unclosed(out), deflater, 16 * 1024);
      new DataSetEncoder(deflating, TransferSyntax.DEFLATED, bulk).writeDataSet(dataSet);
      deflating.finish();
      if (deflater.getBytesWritten() % 2 != 0) {
        out.write(0); // PS3.5 annex A.5: the deflated stream is padded to an even length
      }
    } finally {
      deflater.end();
    }
  }

  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
