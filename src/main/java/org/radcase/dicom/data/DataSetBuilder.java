package org.radcase.dicom.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the elements of one data set, in any order; of several with one tag the last counts. For
 * one thread. Text is encoded as it is put, so Specific Character Set (0008,0005) comes first.
 */
public final class DataSetBuilder {
  private static final Element[] NO_ELEMENTS = {};

  private final ArrayList<Element> elements = new ArrayList<>();
  private SpecificCharacterSet characterSet;
  private boolean sorted = true;

  DataSetBuilder(SpecificCharacterSet inherited) {
    characterSet = inherited;
  }

  public SpecificCharacterSet characterSet() {
    return characterSet;
  }

  public DataSetBuilder put(Element element) {
    if (!elements.isEmpty()) {
      sorted &= elements.get(elements.size() - 1).tag().compareTo(element.tag()) < 0;
    }
    elements.add(element);
    if (element.tag().value() == Tag.SPECIFIC_CHARACTER_SET.value()) {
      characterSet = SpecificCharacterSet.of(Texts.of(element, SpecificCharacterSet.DEFAULT));
    }
    return this;
  }

  /** Text in the VR that the dictionary names. */
  public DataSetBuilder putString(Tag tag, String... values) {
    return putString(tag, Dictionary.vr(tag), values);
  }

  /**
   * @throws IllegalArgumentException if the VR holds no text, if a value holds the separator, or if
   *     the data set's character sets have no code for a character
   */
  public DataSetBuilder putString(Tag tag, VR vr, String... values) {
    if (!vr.isText()) {
      throw new IllegalArgumentException(tag + " " + vr + " holds no text");
    }
    for (var value : values) {
      if (vr.isMultiValued() && value.indexOf('\\') >= 0) {
        throw new IllegalArgumentException(tag + " holds a backslash, which separates values");
      }
    }
    if (!vr.isMultiValued() && values.length > 1) {
      throw new IllegalArgumentException(tag + " " + vr + " holds one value only");
    }
    var rule = vr.kind() == VR.Kind.CHARSET_TEXT ? characterSet : SpecificCharacterSet.DEFAULT;
    return putOwned(tag, vr, padded(rule.encode(String.join("\\", values), vr), vr));
  }

  /**
   * Whole numbers, binary or as text (IS, DS).
   *
   * @throws IllegalArgumentException if the VR holds no numbers
   */
  public DataSetBuilder putInts(Tag tag, VR vr, int... values) {
    return switch (vr) {
      case IS, DS ->
        putString(
            tag, vr, texts(Arrays.stream(values).mapToObj(Integer::toString).toList()));
      case FL, FD -> putDecimals(tag, vr, Arrays.stream(values).asDoubleStream().toArray());
      default ->
        putOwned(
            tag, vr, Numbers.encode(vr, Arrays.stream(values).asLongStream().toArray()));
    };
  }

  /**
   * Finite numbers, binary (FL, FD) or as text of up to 16 characters (DS).
   *
   * @throws IllegalArgumentException if the VR holds no such numbers, or a value is not finite
   */
  public DataSetBuilder putDecimals(Tag tag, VR vr, double... values) {
    if (vr == VR.DS) {
      return putString(
          tag, vr, texts(Arrays.stream(values).mapToObj(Numbers::decimalString).toList()));
    }
    return putOwned(tag, vr, Numbers.encode(vr, values));
  }

  public DataSetBuilder putSequence(Tag tag, DataSet... items) {
    return putSequence(tag, List.of(items));
  }

  public DataSetBuilder putSequence(Tag tag, List<DataSet> items) {
    return put(new Element(tag, VR.SQ, new Value.Items(items)));
  }

  /** Bytes as they are, little endian; a byte is added to an odd number of them. */
  public DataSetBuilder putBytes(Tag tag, VR vr, byte[] bytes) {
    return putOwned(tag, vr, bytes.length % 2 == 0 ? bytes.clone() : padded(bytes, vr));
  }

  /** Encapsulated pixel data with an empty offset table, one fragment a frame. */
  public DataSetBuilder putFragments(Tag tag, List<byte[]> fragments) {
    var parts = new ArrayList<Value>();
    parts.add(Value.Bytes.NONE);
    for (var fragment : fragments) {
      parts.add(new Value.Bytes(padded(fragment, VR.OB)));
    }
    return put(new Element(tag, VR.OB, new Value.Fragments(parts)));
  }

  /**
   * The block of a creator in a group: the one it has, else the next free one, reserved for it.
   *
   * @throws IllegalArgumentException if the group is not private or all its blocks are reserved
   */
  public PrivateBlock privateBlock(String creator, int group) {
    var block = PrivateBlock.FIRST;
    for (var element : build()) {
      if (element.tag().group() != group || !element.tag().isPrivateCreator()) {
        continue;
      }
      var reserved = new PrivateBlock(creator, group, element.tag().element());
      if (Texts.of(element, characterSet).equals(List.of(creator))) {
        return reserved;
      }
      block = Math.max(block, reserved.block() + 1);
    }
    var next = new PrivateBlock(creator, group, block);
    putString(next.creatorTag(), VR.LO, creator);
    return next;
  }

  /** An element without a value. */
  public DataSetBuilder putEmpty(Tag tag, VR vr) {
    return vr == VR.SQ ? putSequence(tag) : putOwned(tag, vr, new byte[0]);
  }

  public DataSetBuilder remove(Tag tag) {
    elements.removeIf(element -> element.tag().equals(tag));
    return this;
  }

  /** The data set; the builder may go on. */
  public DataSet build() {
    if (!sorted) {
      sortAndDropDoubles();
    }
    return new DataSet(elements.toArray(NO_ELEMENTS), characterSet);
  }

  /** Without a copy, for those who make the array for this and forget it. */
  DataSetBuilder putOwned(Tag tag, VR vr, byte[] bytes) {
    return put(new Element(tag, vr, bytes.length == 0 ? Value.Bytes.NONE : new Value.Bytes(bytes)));
  }

  private void sortAndDropDoubles() {
    elements.sort(
        (a, b) -> a.tag().compareTo(b.tag())); // stable: of equal tags the last stays last
    var kept = new ArrayList<Element>(elements.size());
    for (var element : elements) {
      if (!kept.isEmpty() && kept.get(kept.size() - 1).tag().equals(element.tag())) {
        kept.remove(kept.size() - 1);
      }
      kept.add(element);
    }
    elements.clear();
    elements.addAll(kept);
    sorted = true;
  }

  private static String[] texts(List<String> list) {
    return list.toArray(String[]::new);
  }

  private static byte[] padded(byte[] bytes, VR vr) {
    if (bytes.length % 2 == 0) {
      return bytes.clone();
    }
    var even = Arrays.copyOf(bytes, bytes.length + 1);
    even[bytes.length] = vr.padding();
    return even;
  }
}
