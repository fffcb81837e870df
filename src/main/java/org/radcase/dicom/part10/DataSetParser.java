package org.radcase.dicom.part10;

import static org.radcase.dicom.part10.DataSetEncoder.ITEM;
import static org.radcase.dicom.part10.DataSetEncoder.ITEM_DELIMITER;
import static org.radcase.dicom.part10.DataSetEncoder.SEQUENCE_DELIMITER;
import static org.radcase.dicom.part10.DataSetEncoder.UNDEFINED_LENGTH;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Optional;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DataSetBuilder;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;
import org.radcase.dicom.data.Element;
import org.radcase.dicom.data.SpecificCharacterSet;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.data.Value;

/**
 * Turns bytes into elements. Each step takes at least eight bytes, so the work is bounded by the
 * file's length; depth, count and memory are bounded by {@link ReadLimits}. For one thread and one
 * data set. Source: PS3.5 section 7.
 */
final class DataSetParser {
  private static final long END_OF_FILE = Long.MAX_VALUE;
  private static final int LEAST_BYTES = 8;
  private static final int DELIMITER_GROUP = 0xFFFE;

  private final ByteInput in;
  private final Budget budget;
  private final Loading loading;
  private final long begin;
  private final BitSet imageStarts = new BitSet();
  private boolean explicit;
  private boolean bigEndian;
  private boolean signedPixels;
  private long itemLength;
  private long steps;

  /** Whether long values and pixel data come into memory. */
  enum Loading {
    HEADER,
    EVERYTHING
  }

  DataSetParser(ByteInput in, TransferSyntax syntax, Budget budget, Loading loading) {
    this.in = in;
    this.budget = budget;
    this.loading = loading;
    begin = in.position();
    explicit = syntax.isExplicit();
    bigEndian = syntax.isBigEndian();
  }

  /** Everything to the end of the file. */
  DataSet parseToEnd() throws IOException {
    var builder = DataSet.builder();
    while (!in.atEnd() && !isPadding()) {
      parseElement(builder, END_OF_FILE, 0);
    }
    return builder.build();
  }

  /** The elements of group 0002, which stand before the data set; some writers leave out their VRs. */
  DataSet parseMeta() throws IOException {
    var builder = DataSet.builder();
    explicit = in.available(6) < 6 || hasVrNext();
    while (in.available(2) == 2 && in.peekShort(0, false) == 2) {
      parseElement(builder, END_OF_FILE, 0);
    }
    return builder.build();
  }

  /** Where the pixels of the data set are that was just parsed; none if they were loaded. */
  Optional<PixelData> pixelData(DataSet dataSet, TransferSyntax syntax) throws IOException {
    return loading == Loading.HEADER
        ? PixelDataFinder.find(dataSet, syntax, imageStarts)
        : Optional.empty();
  }

  /** Some writers fill the last block with zeros; group 0000 has no place in a file. */
  private boolean isPadding() throws IOException {
    var some = in.available(8);
    for (var i = 0; i < some; i++) {
      if (in.peek(i) != 0) {
        return false;
      }
    }
    while (in.available(1) == 1) {
      if (in.peek(0) != 0) {
        throw DicomException.at(in.position(), Kind.MALFORMED, "Bytes after the padding");
      }
      in.advance(1);
    }
    return true;
  }

  private void parseElement(DataSetBuilder into, long end, int depth) throws IOException {
    var start = in.position();
    var tag = new Tag(peekTag());
    if (tag.group() == DELIMITER_GROUP) {
      throw DicomException.at(start, Kind.MALFORMED, "A delimiter " + tag + " out of place");
    }
    step(start);
    var vr = explicit ? explicitVr(tag, start) : ImplicitVr.of(tag, signedPixels);
    var length = length(vr);
    if (length != UNDEFINED_LENGTH && length > end - in.position()) {
      throw DicomException.at(start, Kind.MALFORMED, tag + " is longer than what holds it");
    }
    if (vr == VR.UN && explicit && (length == UNDEFINED_LENGTH || !tag.isPrivate())) {
      into.put(implicitInside(into, tag, length, end, depth));
      return;
    }
    var element = element(into, tag, vr, length, end, depth);
    into.put(element);
    if (tag.equals(Tag.PIXEL_REPRESENTATION)) {
      signedPixels = element.value() instanceof Value.Bytes bytes && bytes.startsWith(1);
    }
  }

  /** An element, item or fragment; a tag and a length stood there for each one before. */
  private void step(long start) throws IOException {
    assert steps * LEAST_BYTES <= start - begin : steps + " steps in " + (start - begin) + " bytes";
    steps++;
    budget.takeElement(start);
  }

  /**
   * UN is implicit little endian inside, so a public attribute sent as UN is read as what the
   * dictionary says. Source: PS3.5 section 6.2.2 and its note 3.
   */
  private Element implicitInside(DataSetBuilder around, Tag tag, long length, long end, int depth)
      throws IOException {
    var outerBigEndian = bigEndian;
    explicit = false;
    bigEndian = false;
    var element = element(around, tag, ImplicitVr.of(tag, signedPixels), length, end, depth);
    explicit = true;
    bigEndian = outerBigEndian;
    return element;
  }

  private Element element(DataSetBuilder around, Tag tag, VR vr, long length, long end, int depth)
      throws IOException {
    if (length != UNDEFINED_LENGTH && vr != VR.SQ) {
      var value = isTopPixelData(tag, depth) ? pixels(length, vr) : bytes(length, vr);
      return new Element(tag, vr, value);
    }
    if (tag.equals(Tag.PIXEL_DATA) || vr == VR.OB || vr == VR.OW) {
      return new Element(tag, vr, fragments(isTopPixelData(tag, depth)));
    }
    if (vr != VR.SQ && vr != VR.UN) {
      throw DicomException.at(
          in.position(), Kind.MALFORMED, tag + " " + vr + " has no defined length");
    }
    return new Element(tag, VR.SQ, items(around.characterSet(), length, end, depth + 1));
  }

  private VR explicitVr(Tag tag, long start) throws IOException {
    if (!hasVrNext()) {
      throw DicomException.at(start, Kind.MALFORMED, tag + " has no known VR");
    }
    var vr = VR.of((char) in.peek(4), (char) in.peek(5));
    return vr.orElse(VR.UN); // one of a later edition: those have the long length field
  }

  private boolean hasVrNext() {
    return in.peek(4) >= 'A' && in.peek(4) <= 'Z' && in.peek(5) >= 'A' && in.peek(5) <= 'Z';
  }

  /** Reads the length and steps past the element's header. */
  private long length(VR vr) throws IOException {
    if (explicit && !vr.hasLongLength()) {
      var length = in.peekShort(6, bigEndian);
      in.advance(8);
      return length;
    }
    var lengthAt = explicit ? 8 : 4;
    in.need(lengthAt + 4);
    var length = in.peekInt(lengthAt, bigEndian);
    in.advance(lengthAt + 4);
    return length == UNDEFINED_LENGTH ? UNDEFINED_LENGTH : length & 0xFFFFFFFFL;
  }

  private Value items(SpecificCharacterSet inherited, long length, long outerEnd, int depth)
      throws IOException {
    budget.requireDepth(depth, in.position());
    var defined = length != UNDEFINED_LENGTH;
    var end = defined ? in.position() + length : outerEnd;
    var items = new ArrayList<DataSet>();
    while (!defined || in.position() < end) {
      var start = in.position();
      var tag = takeItemTag(end);
      if (tag == SEQUENCE_DELIMITER && !defined) {
        break;
      }
      if (tag == SEQUENCE_DELIMITER || tag == ITEM_DELIMITER) {
        continue; // one too many, behind an item or a sequence that names its length
      }
      if (tag != ITEM) {
        throw DicomException.at(
            start, Kind.MALFORMED, new Tag(tag) + " where an item should begin");
      }
      step(start);
      items.add(item(inherited, itemLength, end, depth));
    }
    return new Value.Items(items);
  }

  private DataSet item(SpecificCharacterSet inherited, long length, long outerEnd, int depth)
      throws IOException {
    var outerExplicit = explicit;
    var end = length == UNDEFINED_LENGTH ? outerEnd : in.position() + length;
    explicit = explicit && !isImplicitNext(end);
    var item = itemAsEncoded(inherited, length, outerEnd, depth);
    explicit = outerExplicit;
    return item;
  }

  /**
   * Some programs put items that were implicit VR, as within UN, into an explicit VR sequence as they
   * are. Taken for such only where there is no VR, so that the item could not be read otherwise.
   */
  private boolean isImplicitNext(long end) throws IOException {
    if (bigEndian || end - in.position() < 8 || in.available(8) < 8 || hasVrNext()) {
      return false;
    }
    var length = in.peekInt(4, false);
    return in.peekShort(0, false) != DELIMITER_GROUP
        && (length == UNDEFINED_LENGTH || (length & 0xFFFFFFFFL) <= end - in.position() - 8);
  }

  private DataSet itemAsEncoded(
      SpecificCharacterSet inherited, long length, long outerEnd, int depth) throws IOException {
    var start = in.position();
    var builder = DataSet.builder(inherited);
    if (length == UNDEFINED_LENGTH) {
      while (peekTag() != ITEM_DELIMITER) {
        parseElement(builder, outerEnd, depth);
      }
      takeItemTag(outerEnd);
      return builder.build();
    }
    if (length > outerEnd - start) {
      throw DicomException.at(start, Kind.MALFORMED, "An item is longer than what holds it");
    }
    while (in.position() < start + length) {
      parseElement(builder, start + length, depth);
    }
    return builder.build();
  }

  private int peekTag() throws IOException {
    in.need(8);
    return in.peekShort(0, bigEndian) << 16 | in.peekShort(2, bigEndian);
  }

  /** Steps past the header of an item or a delimiter, and keeps its length. */
  private int takeItemTag(long end) throws IOException {
    var tag = peekTag();
    if (end - in.position() < 8) {
      throw DicomException.at(in.position(), Kind.MALFORMED, "A sequence runs over its end");
    }
    var length = in.peekInt(4, bigEndian);
    itemLength = length == UNDEFINED_LENGTH ? UNDEFINED_LENGTH : length & 0xFFFFFFFFL;
    in.advance(8);
    return tag;
  }

  private Value bytes(long length, VR vr) throws IOException {
    if (loading == Loading.HEADER && budget.isTooLong(length)) {
      return leave(length);
    }
    return load(length, vr.swapBytes());
  }

  private Value load(long length, int swapBytes) throws IOException {
    budget.takeMemory(length, in.position());
    var bytes = in.bytes((int) length);
    if (bigEndian) {
      ByteSwap.inPlace(bytes, bytes.length, swapBytes);
    }
    return Value.of(bytes);
  }

  private Value pixels(long length, VR vr) throws IOException {
    return loading == Loading.EVERYTHING ? load(length, vr.swapBytes()) : leave(length);
  }

  private Value leave(long length) throws IOException {
    var offset = in.position();
    in.skip(length);
    return new Value.InFile(
        offset, length, bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  /** The offset table comes into memory always; the frames are found by it. */
  private Value fragments(boolean left) throws IOException {
    var parts = new ArrayList<Value>();
    while (true) {
      var start = in.position();
      var tag = takeItemTag(END_OF_FILE);
      var length = itemLength;
      if (tag == SEQUENCE_DELIMITER) {
        return new Value.Fragments(parts);
      }
      if (tag != ITEM || length == UNDEFINED_LENGTH) {
        throw DicomException.at(start, Kind.MALFORMED, "No fragment where one should begin");
      }
      step(start);
      var leaves = left && loading == Loading.HEADER && !parts.isEmpty();
      if (left && !parts.isEmpty() && ImageStart.isNext(in)) {
        imageStarts.set(parts.size() - 1);
      }
      parts.add(leaves ? leave(length) : load(length, 1));
    }
  }

  private static boolean isTopPixelData(Tag tag, int depth) {
    return depth == 0
        && (tag.equals(Tag.PIXEL_DATA)
            || tag.equals(Tag.FLOAT_PIXEL_DATA)
            || tag.equals(Tag.DOUBLE_FLOAT_PIXEL_DATA));
  }
}
