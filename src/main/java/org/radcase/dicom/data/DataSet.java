package org.radcase.dicom.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The elements of a data set or item, by tag. Source: PS3.5 section 7.
 *
 * <p>The typed getters never fail: what is absent, empty or not of the asked kind is an empty answer,
 * for real files hold all of that. A number may stand as text (IS, DS) or binary; both are read.
 */
public final class DataSet implements Iterable<Element> {
  public static final DataSet EMPTY = new DataSetBuilder(SpecificCharacterSet.DEFAULT).build();

  private final Element[] elements;
  private final SpecificCharacterSet characterSet;

  /** @param elements in ascending order of their tags, each tag once; owned by the data set */
  DataSet(Element[] elements, SpecificCharacterSet characterSet) {
    this.elements = elements;
    this.characterSet = characterSet;
  }

  public static DataSetBuilder builder() {
    return new DataSetBuilder(SpecificCharacterSet.DEFAULT);
  }

  /** For an item: {@code inherited} is what the data set around it uses. */
  public static DataSetBuilder builder(SpecificCharacterSet inherited) {
    return new DataSetBuilder(inherited);
  }

  /** A builder that begins with these elements. */
  public DataSetBuilder toBuilder() {
    var builder = new DataSetBuilder(characterSet);
    for (var element : elements) {
      builder.put(element);
    }
    return builder;
  }

  public int size() {
    return elements.length;
  }

  public boolean isEmpty() {
    return elements.length == 0;
  }

  /** What rules the text of this data set: its own (0008,0005), else the outer one's. */
  public SpecificCharacterSet characterSet() {
    return characterSet;
  }

  public Optional<Element> find(Tag tag) {
    var at = indexOf(tag);
    return at < 0 ? Optional.empty() : Optional.of(elements[at]);
  }

  public boolean contains(Tag tag) {
    return indexOf(tag) >= 0;
  }

  /** The elements in ascending order of their tags. */
  @Override
  public Iterator<Element> iterator() {
    return Collections.unmodifiableList(Arrays.asList(elements)).iterator();
  }

  /** The first value as text without padding; none if absent or blank. */
  public Optional<String> string(Tag tag) {
    return strings(tag).stream().findFirst().filter(text -> !text.isEmpty());
  }

  /** All values as text without padding; empty values in between stay, as empty strings. */
  public List<String> strings(Tag tag) {
    return find(tag).map(element -> Texts.of(element, characterSet)).orElse(List.of());
  }

  /** The first value, if it is a well-formed UID. */
  public Optional<String> uid(Tag tag) {
    return string(tag).filter(Uids::isWellFormed);
  }

  /** The first value as a whole number, if it fits an {@code int}. */
  public OptionalInt integer(Tag tag) {
    var wide = wideInteger(tag);
    return wide.isPresent() && wide.getAsLong() == (int) wide.getAsLong()
        ? OptionalInt.of((int) wide.getAsLong())
        : OptionalInt.empty();
  }

  /** The first value as a whole number, whatever the others are; UV beyond 2^63 - 1 is none. */
  public OptionalLong wideInteger(Tag tag) {
    var first = find(tag).map(element -> Numbers.integers(element, 1)).orElse(Numbers.NO_INTEGERS);
    return first.length == 0 ? OptionalLong.empty() : OptionalLong.of(first[0]);
  }

  /** All values as whole numbers; none if one of them is not an {@code int}. */
  public int[] integers(Tag tag) {
    var wide = wideIntegers(tag);
    for (var number : wide) {
      if (number != (int) number) {
        return new int[0];
      }
    }
    return Arrays.stream(wide).mapToInt(number -> (int) number).toArray();
  }

  /** All values as whole numbers; none if one of them is not. Words (OW, OL, OV) are unsigned. */
  public long[] wideIntegers(Tag tag) {
    return find(tag)
        .map(element -> Numbers.integers(element, Integer.MAX_VALUE))
        .orElse(Numbers.NO_INTEGERS);
  }

  /** The first value as a finite number, whatever the others are. */
  public OptionalDouble decimal(Tag tag) {
    var first = find(tag).map(element -> Numbers.decimals(element, 1)).orElse(Numbers.NO_DECIMALS);
    return first.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(first[0]);
  }

  /** All values as finite numbers; none if one of them is not. Empty ones at the end are no values. */
  public double[] decimals(Tag tag) {
    return find(tag)
        .map(element -> Numbers.decimals(element, Integer.MAX_VALUE))
        .orElse(Numbers.NO_DECIMALS);
  }

  /** The items of a sequence; none if absent or not a sequence. */
  public List<DataSet> sequence(Tag tag) {
    var at = indexOf(tag);
    return at >= 0 && elements[at].value() instanceof Value.Items items ? items.items() : List.of();
  }

  /** The first item of a sequence. */
  public Optional<DataSet> item(Tag tag) {
    return sequence(tag).stream().findFirst();
  }

  /** The block that a creator has reserved in a group; the first, if it has several. */
  public Optional<PrivateBlock> privateBlock(String creator, int group) {
    for (var block = PrivateBlock.FIRST; block <= PrivateBlock.LAST; block++) {
      if (string(Tag.of(group, block)).filter(creator::equals).isPresent()) {
        return Optional.of(new PrivateBlock(creator, group, block));
      }
    }
    return Optional.empty();
  }

  /** Who gives a private element its meaning; none for others, and where no creator is named. */
  public Optional<String> privateCreator(Tag tag) {
    var block = tag.element() >>> 8;
    return tag.isPrivate() && block >= PrivateBlock.FIRST
        ? string(Tag.of(tag.group(), block))
        : Optional.empty();
  }

  /** A copy of the value's bytes, little endian, with padding; none if they are not in memory. */
  public Optional<byte[]> bytes(Tag tag) {
    var at = indexOf(tag);
    return at >= 0 && elements[at].value() instanceof Value.Bytes bytes
        ? Optional.of(bytes.copy())
        : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DataSet dataSet && Arrays.equals(elements, dataSet.elements);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(elements);
  }

  @Override
  public String toString() {
    return "DataSet of " + elements.length + " elements";
  }

  private int indexOf(Tag tag) {
    var low = 0;
    var high = elements.length - 1;
    while (low <= high) {
      var middle = (low + high) >>> 1;
      var order = elements[middle].tag().compareTo(tag);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
