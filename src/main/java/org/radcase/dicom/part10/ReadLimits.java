package org.radcase.dicom.part10;

/**
 * What a reader will take from a file that nobody vouches for. Beyond a limit it answers with kind
 * LIMIT.
 *
 * @param depth items within items
 * @param elements elements, items and fragments together
 * @param valueInMemoryBytes longer values are left in their file
 * @param totalInMemoryBytes all values in memory together
 * @param inflatedBytes length of the inflated stream of a deflated file
 */
public record ReadLimits(
    int depth, int elements, int valueInMemoryBytes, long totalInMemoryBytes, long inflatedBytes) {

  /**
   * Enough for an enhanced multi-frame object of 20,000 frames; at some 60 bytes an element the worst
   * file costs about 130 MB.
   */
  public static final ReadLimits DEFAULT =
      new ReadLimits(64, 1_000_000, 256 * 1024, 64L << 20, 4L << 30);

  public ReadLimits {
    if (depth < 1 || elements < 1 || valueInMemoryBytes < 0 || totalInMemoryBytes < 0) {
      throw new IllegalArgumentException("Limits must leave room for a data set");
    }
  }

  public ReadLimits withTotalInMemoryBytes(long bytes) {
    return new ReadLimits(depth, elements, valueInMemoryBytes, bytes, inflatedBytes);
  }

  public ReadLimits withElements(int count) {
    return new ReadLimits(depth, count, valueInMemoryBytes, totalInMemoryBytes, inflatedBytes);
  }

  public ReadLimits withDepth(int items) {
    return new ReadLimits(items, elements, valueInMemoryBytes, totalInMemoryBytes, inflatedBytes);
  }

  public ReadLimits withInflatedBytes(long bytes) {
    return new ReadLimits(depth, elements, valueInMemoryBytes, totalInMemoryBytes, bytes);
  }
}
