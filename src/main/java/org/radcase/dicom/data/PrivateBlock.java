package org.radcase.dicom.data;

/**
 * A block of 256 private elements that a creator has reserved in an odd group. Source: PS3.5 section
 * 7.8.1.
 *
 * @param creator who says what the elements mean
 * @param block from 0x10 to 0xFF: the high byte of the elements, and the element of the creator
 */
public record PrivateBlock(String creator, int group, int block) {
  static final int FIRST = 0x10;
  static final int LAST = 0xFF;

  public PrivateBlock {
    if (group % 2 == 0 || group < 0x0009 || group >= 0xFFFF) {
      throw new IllegalArgumentException(String.format("Group %04X is not private", group));
    }
    if (block < FIRST || block > LAST) {
      throw new IllegalArgumentException(String.format("No block %02X: 10 to FF only", block));
    }
  }

  /** Where the creator's name stands. */
  public Tag creatorTag() {
    return Tag.of(group, block);
  }

  /**
   * @param element 0x00 to 0xFF, as the creator's documentation names it
   * @throws IllegalArgumentException for any other
   */
  public Tag tag(int element) {
    if (element < 0 || element > 0xFF) {
      throw new IllegalArgumentException(String.format("A block has no element %X", element));
    }
    return Tag.of(group, block << 8 | element);
  }
}
