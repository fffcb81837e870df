package org.radcase.dicom.part10;

import java.util.IdentityHashMap;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Element;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.data.Value;

/**
 * How many bytes elements take in one encoding, sequences with defined lengths. Each item is counted
 * once. For one thread. Source: PS3.5 sections 7.1 and 7.5.
 */
final class EncodedLengths {
  static final int UNDEFINED = -1;
  private static final long LONGEST = 0xFFFFFFFEL;
  private static final int LONGEST_SHORT_VALUE = 0xFFFE;
  private static final int ITEM_HEADER_BYTES = 8;
  private static final int META_GROUP = 2;

  private final boolean explicit;
  private final IdentityHashMap<Object, Long> counted = new IdentityHashMap<>();

  EncodedLengths(TransferSyntax syntax) {
    explicit = syntax.isExplicit();
  }

  /** Whether the element goes into files: group lengths and the meta group do not. */
  static boolean isWritten(Tag tag) {
    return tag.element() != 0 && tag.group() != META_GROUP;
  }

  /**
   * The length of a value of bytes, even as PS3.5 section 7.1.1 wants it.
   *
   * @throws IllegalArgumentException if no length field can hold it
   */
  static long even(long lengthBytes) {
    var even = lengthBytes + lengthBytes % 2;
    if (even > LONGEST) {
      throw new IllegalArgumentException("A value of 4 GiB or more has to be encapsulated");
    }
    return even;
  }

  /** Bytes of a value in memory or in a file. */
  static long ofBytes(Value value) {
    if (value instanceof Value.Bytes bytes) {
      return bytes.lengthBytes();
    }
    if (value instanceof Value.InFile left) {
      return left.lengthBytes();
    }
    throw new IllegalArgumentException("Fragments hold bytes only");
  }

  /** The VR to write: one that is too long for its length field is UN. Source: PS3.5 section 6.2.2. */
  static VR written(VR vr, long lengthBytes) {
    var fits = vr.hasLongLength() || (lengthBytes >= 0 && lengthBytes <= LONGEST_SHORT_VALUE);
    return fits ? vr : VR.UN;
  }

  /** The length of a sequence's value, or {@link #UNDEFINED} where no length field can hold it. */
  long of(Value.Items items) {
    var known = counted.get(items);
    if (known != null) {
      return known;
    }
    var length = 0L;
    for (var item : items.items()) {
      var content = of(item);
      length += ITEM_HEADER_BYTES + (content == UNDEFINED ? LONGEST : content);
    }
    var fitting = length > LONGEST ? UNDEFINED : length;
    counted.put(items, fitting);
    return fitting;
  }

  /** The length of an item's content, or {@link #UNDEFINED} where no length field can hold it. */
  long of(DataSet item) {
    var known = counted.get(item);
    if (known != null) {
      return known;
    }
    var length = 0L;
    for (var element : item) {
      length += isWritten(element.tag()) ? of(element) : 0;
    }
    var fitting = length > LONGEST ? UNDEFINED : length;
    counted.put(item, fitting);
    return fitting;
  }

  private long of(Element element) {
    if (element.value() instanceof Value.Items items) {
      var length = of(items);
      return headerBytes(VR.SQ) + (length == UNDEFINED ? LONGEST : length);
    }
    if (element.value() instanceof Value.Fragments fragments) {
      var length = headerBytes(VR.OB) + ITEM_HEADER_BYTES; // with the delimiter
      for (var part : fragments.parts()) {
        length += ITEM_HEADER_BYTES + even(ofBytes(part));
      }
      return length;
    }
    var length = even(ofBytes(element.value()));
    return headerBytes(written(element.vr(), length)) + length;
  }

  private long headerBytes(VR vr) {
    return explicit && vr.hasLongLength() ? 12 : 8;
  }
}
