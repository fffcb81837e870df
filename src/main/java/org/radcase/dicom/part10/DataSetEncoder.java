package org.radcase.dicom.part10;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Element;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.data.Value;

/**
 * Turns elements into bytes in one of the encodings; values of odd length get a byte of padding. For
 * one thread. Source: PS3.5 section 7.
 */
final class DataSetEncoder implements Closeable {
  static final int UNDEFINED_LENGTH = -1;
  static final int ITEM = 0xFFFEE000;
  static final int ITEM_DELIMITER = 0xFFFEE00D;
  static final int SEQUENCE_DELIMITER = 0xFFFEE0DD;

  private final OutputStream out;
  private final boolean explicit;
  private final boolean bigEndian;
  private final SequenceLength sequences;
  private final EncodedLengths lengths;
  private final SequentialBulk bulk;
  private final byte[] word = new byte[4];

  DataSetEncoder(
      OutputStream out, TransferSyntax syntax, SequenceLength sequences, BulkSource bulk) {
    this.out = out;
    this.sequences = sequences;
    this.bulk = new SequentialBulk(bulk);
    explicit = syntax.isExplicit();
    bigEndian = syntax.isBigEndian();
    lengths = new EncodedLengths(syntax);
  }

  void writeMeta(DataSet meta) throws IOException {
    for (var element : meta) {
      writeElement(element);
    }
  }

  void writeDataSet(DataSet dataSet) throws IOException {
    for (var element : dataSet) {
      if (EncodedLengths.isWritten(element.tag())) {
        writeElement(element);
      }
    }
  }

  /** Closes what was opened of the bulk source; the output stays open. */
  @Override
  public void close() throws IOException {
    bulk.close();
  }

  private void writeElement(Element element) throws IOException {
    var value = element.value();
    if (value instanceof Value.Items items) {
      writeSequence(element.tag(), items);
    } else if (value instanceof Value.Fragments fragments) {
      writeFragments(element, fragments);
    } else {
      var length = EncodedLengths.even(EncodedLengths.ofBytes(value));
      var written = EncodedLengths.written(element.vr(), length);
      writeHeader(element.tag(), explicit ? written : element.vr(), length);
      writeBytes(value, element.vr(), written == element.vr() && bigEndian);
    }
  }

  private void writeSequence(Tag tag, Value.Items items) throws IOException {
    var length = sequences == SequenceLength.DEFINED ? lengths.of(items) : UNDEFINED_LENGTH;
    writeHeader(tag, VR.SQ, length);
    for (var item : items.items()) {
      var itemLength = sequences == SequenceLength.DEFINED ? lengths.of(item) : UNDEFINED_LENGTH;
      writeItemHeader(ITEM, itemLength);
      writeDataSet(item);
      if (itemLength == UNDEFINED_LENGTH) {
        writeItemHeader(ITEM_DELIMITER, 0);
      }
    }
    if (length == UNDEFINED_LENGTH) {
      writeItemHeader(SEQUENCE_DELIMITER, 0);
    }
  }

  private void writeFragments(Element element, Value.Fragments fragments) throws IOException {
    writeHeader(element.tag(), element.vr(), UNDEFINED_LENGTH);
    for (var part : fragments.parts()) {
      writeItemHeader(ITEM, EncodedLengths.even(EncodedLengths.ofBytes(part)));
      writeBytes(part, VR.OB, bigEndian);
    }
    writeItemHeader(SEQUENCE_DELIMITER, 0);
  }

  private void writeHeader(Tag tag, VR vr, long lengthBytes) throws IOException {
    writeTag(tag.value());
    if (!explicit) {
      writeInt((int) lengthBytes);
      return;
    }
    out.write(vr.name().charAt(0));
    out.write(vr.name().charAt(1));
    if (vr.hasLongLength()) {
      writeShort(0);
      writeInt((int) lengthBytes);
    } else {
      writeShort((int) lengthBytes);
    }
  }

  private void writeItemHeader(int tag, long lengthBytes) throws IOException {
    writeTag(tag);
    writeInt((int) lengthBytes);
  }

  /** Words stay little endian within UN, whatever is around it. Source: PS3.5 section 6.2.2. */
  private void writeBytes(Value value, VR vr, boolean wordsBigEndian) throws IOException {
    if (value instanceof Value.Bytes bytes) {
      writeInMemory(bytes, wordsBigEndian ? vr.swapBytes() : 1);
    } else if (value instanceof Value.InFile left) {
      var swaps = (left.order() == ByteOrder.BIG_ENDIAN) != wordsBigEndian;
      bulk.copy(left, swaps ? vr.swapBytes() : 1, out);
    }
    if (EncodedLengths.ofBytes(value) % 2 != 0) {
      out.write(vr.padding());
    }
  }

  private void writeInMemory(Value.Bytes bytes, int swapBytes) throws IOException {
    if (swapBytes == 1) {
      bytes.writeTo(out);
      return;
    }
    var copy = bytes.copy();
    ByteSwap.inPlace(copy, copy.length, swapBytes);
    out.write(copy);
  }

  private void writeTag(int tag) throws IOException {
    writeShort(tag >>> 16);
    writeShort(tag & 0xFFFF);
  }

  private void writeShort(int value) throws IOException {
    word[bigEndian ? 1 : 0] = (byte) value;
    word[bigEndian ? 0 : 1] = (byte) (value >>> 8);
    out.write(word, 0, 2);
  }

  private void writeInt(int value) throws IOException {
    for (var i = 0; i < 4; i++) {
      word[bigEndian ? 3 - i : i] = (byte) (value >>> (8 * i));
    }
    out.write(word, 0, 4);
  }
}
