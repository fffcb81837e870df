package org.radcase.platform.cache;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something kept, as bytes. It holds as long as its tags have its stamps. Not a record: Ehcache
 * measures it by reflection that records do not allow.
 */
public final class Entry {
  private final byte[] bytes;
  private final String shape;
  private final List<String> tags;
  private final long[] stamps;
  private final long storedAtMillis;
  private final long freshUntilMillis;

  /** What the bytes mean, once somebody has read them; forgotten when memory is short. */
  private transient volatile @Nullable SoftReference<Object> meaning;

  Entry(
      byte[] bytes,
      String shape,
      List<String> tags,
      long[] stamps,
      long storedAtMillis,
      long freshUntilMillis) {
    this.bytes = bytes;
    this.shape = shape;
    this.tags = List.copyOf(tags);
    this.stamps = stamps;
    this.storedAtMillis = storedAtMillis;
    this.freshUntilMillis = freshUntilMillis;
  }

  /** Not a copy: nobody writes into them. */
  byte[] bytes() {
    return bytes;
  }

  /** Of what kind the value is: another version of RadCase may have another kind. */
  String shape() {
    return shape;
  }

  List<String> tags() {
    return tags;
  }

  long[] stamps() {
    return stamps;
  }

  long storedAtMillis() {
    return storedAtMillis;
  }

  long freshUntilMillis() {
    return freshUntilMillis;
  }

  /** What the bytes mean; read once, and shared: it must not be changed. */
  @SuppressWarnings("unchecked") // An entry of one shape is read in one way.
  public <T> T read(Function<byte[], T> reading) {
    var kept = meaning;
    @Nullable Object known = kept == null ? null : kept.get();
    if (known == null) {
      known = reading.apply(bytes);
      meaning = new SoftReference<>(known);
    }
    return (T) known;
  }
}
