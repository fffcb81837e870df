package org.radcase.dicom.part10;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.Element;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.data.Value;

/** Turns elements into bytes in one of the encodings. For one thread. Source: PS3.5 section 7. */
final class DataSetEncoder {
  static final int UNDEFINED_LENGTH = -1;
  static final int ITEM = 0xFFFEE000;
  static final int ITEM_DELIMITER = 0xFFFEE00D;
  static final int SEQUENCE_DELIMITER = 0xFFFEE0DD;
  private static final int META_GROUP = 2;
  private static final int LONGEST_SHORT_VALUE = 0xFFFE;

  private final OutputStream out;
  private final boolean explicit;
  private final boolean bigEndian;
  private final BulkSource bulk;
  private final byte[] word = new byte[4];

  DataSetEncoder(OutputStream out, TransferSyntax syntax, BulkSource bulk) {
    this.out = out;
    this.bulk = bulk;
    explicit = syntax.isExplicit();
    bigEndian = syntax.isBigEndian();
  }

  void writeMeta(DataSet meta) throws IOException {
    for (var element : meta) {
      writeElement(element);
    }
  }

  void writeDataSet(DataSet dataSet) throws IOException {
    for (var element : dataSet) {
      if (element.tag().element() != 0 && element.tag().group() != META_GROUP) {
        writeElement(element);
      }
    }
  }

  private void writeElement(Element element) throws IOException {
    var value = element.value();
    if (value instanceof Value.Items items) {
      writeSequence(element.tag(), items);
    } else if (value instanceof Value.Fragments fragments) {
      writeFragments(element, fragments);
    } else {
      writeHeader(element.tag(), element.vr(), lengthBytes(value));
      writeBytes(value, element.vr().swapBytes());
    }
  }

  private void writeSequence(Tag tag, Value.Items items) throws IOException {
    writeHeader(tag, VR.SQ, UNDEFINED_LENGTH);
    for (var item : items.items()) {
      writeItemHeader(ITEM, UNDEFINED_LENGTH);
      writeDataSet(item);
      writeItemHeader(ITEM_DELIMITER, 0);
    }
    writeItemHeader(SEQUENCE_DELIMITER, 0);
  }

  private void writeFragments(Element element, Value.Fragments fragments) throws IOException {
    writeHeader(element.tag(), element.vr(), UNDEFINED_LENGTH);
    for (var part : fragments.parts()) {
      writeItemHeader(ITEM, lengthBytes(part));
      writeBytes(part, 1);
    }
    writeItemHeader(SEQUENCE_DELIMITER, 0);
  }

  private void writeHeader(Tag tag, VR vr, long lengthBytes) throws IOException {
    writeTag(tag.value());
    if (!explicit) {
      writeInt((int) lengthBytes);
      return;
    }
    // PS3.5 section 6.2.2: a value too long for its VR's length field becomes UN.
    var fits = vr.hasLongLength() || (lengthBytes >= 0 && lengthBytes <= LONGEST_SHORT_VALUE);
    var written = fits ? vr : VR.UN;
    out.write(written.name().charAt(0));
    out.write(written.name().charAt(1));
    if (written.hasLongLength()) {
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

  private static long lengthBytes(Value value) throws IOException {
    if (value instanceof Value.Bytes bytes) {
      return bytes.lengthBytes();
    }
    if (value instanceof Value.InFile left) {
      return left.lengthBytes();
    }
    throw new IllegalArgumentException("Fragments hold bytes only");
  }

  private void writeBytes(Value value, int swapBytes) throws IOException {
    if (value instanceof Value.Bytes bytes) {
      writeInMemory(bytes, swapBytes);
    } else if (value instanceof Value.InFile left) {
      writeFromFile(left, swapBytes);
    }
  }

  private void writeInMemory(Value.Bytes bytes, int swapBytes) throws IOException {
    if (!bigEndian || swapBytes == 1) {
      bytes.writeTo(out);
      return;
    }
    var copy = bytes.copy();
    ByteSwap.inPlace(copy, copy.length, swapBytes);
    out.write(copy);
  }

  private void writeFromFile(Value.InFile left, int swapBytes) throws IOException {
    var swaps = (left.order() == ByteOrder.BIG_ENDIAN) != bigEndian;
    try (var in = bulk.open(left.offset())) {
      var copied = ByteSwap.copy(in, left.lengthBytes(), swaps ? swapBytes : 1, out);
      if (copied < left.lengthBytes()) {
        throw DicomException.at(
            left.offset() + copied, DicomException.Kind.TRUNCATED, "The source ends in a value");
      }
    }
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
