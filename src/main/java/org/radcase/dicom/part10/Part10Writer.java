package org.radcase.dicom.part10;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.data.Value;

/**
 * Writes data sets as Part 10 files, in constant memory beyond the data set. Group lengths of the data
 * set are left out (retired, and wrong after any change); values of odd length get a byte of padding.
 * Source: PS3.10 section 7.1.
 *
 * <p>All methods flush the stream and do not close it. They throw {@link IllegalArgumentException} if
 * the pixel data does not fit the transfer syntax, or a value fits no length field.
 */
public final class Part10Writer {
  private static final int PREAMBLE_BYTES = 128;
  private static final int BUFFER_BYTES = 32 * 1024;
  private static final BulkSource NO_BULK = offset -> {
    throw new IllegalArgumentException("A value was left in its file; name its BulkSource");
  };

  /** Derived from a UUID of RadCase's own. */
  static final String IMPLEMENTATION_CLASS_UID = "2.25.330650472527545687109783042211803110953";

  static final String IMPLEMENTATION_VERSION_NAME = "RADCASE";

  private Part10Writer() {}

  /**
   * Writes a data set whose values are all in memory.
   *
   * @throws IllegalArgumentException also if a value was left in its file
   */
  public static void write(DataSet dataSet, TransferSyntax syntax, OutputStream out)
      throws IOException {
    write(dataSet, syntax, NO_BULK, out);
  }

  /** As above; values that were left in their file are copied from {@code bulk}. */
  public static void write(
      DataSet dataSet, TransferSyntax syntax, BulkSource bulk, OutputStream out)
      throws IOException {
    write(dataSet, syntax, SequenceLength.UNDEFINED, bulk, out);
  }

  /** As above, with a choice of how sequences end. */
  public static void write(
      DataSet dataSet,
      TransferSyntax syntax,
      SequenceLength sequences,
      BulkSource bulk,
      OutputStream out)
      throws IOException {
    var file = new Part10File(DataSet.EMPTY, syntax, dataSet, 0, Optional.empty());
    write(file, syntax, sequences, bulk, out);
  }

  /**
   * Copies a file that was read, in this or another transfer syntax of the same pixel data. An object
   * that only its meta group names, as a DICOMDIR, keeps its name.
   */
  public static void copy(Part10File file, TransferSyntax syntax, BulkSource bulk, OutputStream out)
      throws IOException {
    write(file, syntax, SequenceLength.UNDEFINED, bulk, out);
  }

  /** Writes the data set alone, without preamble and meta group, as messages carry it. */
  public static void writeDataSet(
      DataSet dataSet,
      TransferSyntax syntax,
      SequenceLength sequences,
      BulkSource bulk,
      OutputStream out)
      throws IOException {
    requireFit(dataSet, syntax);
    var even = Encapsulation.withEvenOffsets(dataSet);
    var buffered = new BufferedOutputStream(out, BUFFER_BYTES);
    if (syntax.isDeflated()) {
      writeDeflated(even, sequences, bulk, buffered);
    } else {
      encode(even, syntax, sequences, bulk, buffered);
    }
    buffered.flush();
  }

  private static void write(
      Part10File file,
      TransferSyntax syntax,
      SequenceLength sequences,
      BulkSource bulk,
      OutputStream out)
      throws IOException {
    requireFit(file.dataSet(), syntax);
    out.write(new byte[PREAMBLE_BYTES]);
    out.write(new byte[] {'D', 'I', 'C', 'M'});
    out.write(metaGroup(file, syntax));
    writeDataSet(file.dataSet(), syntax, sequences, bulk, out);
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

  private static byte[] metaGroup(Part10File file, TransferSyntax syntax) throws IOException {
    var sopClass = file.dataSet().string(Tag.SOP_CLASS_UID).or(() -> file.meta()
        .string(Tag.MEDIA_STORAGE_SOP_CLASS_UID));
    var instance = file.dataSet().string(Tag.SOP_INSTANCE_UID).or(() -> file.meta()
        .string(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID));
    var meta = DataSet.builder()
        .putBytes(Tag.FILE_META_INFORMATION_VERSION, VR.OB, new byte[] {0, 1})
        .putString(Tag.MEDIA_STORAGE_SOP_CLASS_UID, sopClass.orElse(""))
        .putString(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, instance.orElse(""))
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
    var syntax = TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
    try (var encoder = new DataSetEncoder(bytes, syntax, SequenceLength.UNDEFINED, NO_BULK)) {
      encoder.writeMeta(meta);
    }
    return bytes.toByteArray();
  }

  private static void writeDeflated(
      DataSet dataSet, SequenceLength sequences, BulkSource bulk, OutputStream out)
      throws IOException {
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      var deflating = new DeflaterOutputStream(new Unclosed(out), deflater, 16 * 1024);
      encode(dataSet, TransferSyntax.DEFLATED, sequences, bulk, deflating);
      deflating.finish();
      if (deflater.getBytesWritten() % 2 != 0) {
        out.write(0); // PS3.5 annex A.5: the deflated stream is padded to an even length
      }
    } finally {
      deflater.end();
    }
  }

  private static void encode(
      DataSet dataSet,
      TransferSyntax syntax,
      SequenceLength sequences,
      BulkSource bulk,
      OutputStream out)
      throws IOException {
    try (var encoder = new DataSetEncoder(out, syntax, sequences, bulk)) {
      encoder.writeDataSet(dataSet);
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
