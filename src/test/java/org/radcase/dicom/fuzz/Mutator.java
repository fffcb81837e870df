package org.radcase.dicom.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Makes hostile files out of good ones, the same for the same seed: flipped bits, cuts, lengths that
 * lie, elements in another order, repeated or from elsewhere, sequences within sequences.
 */
final class Mutator {
  private static final int PREAMBLE_BYTES = 132;
  private static final int[] LENGTHS = {
    0,
    1,
    2,
    3,
    7,
    0x7F,
    0xFF,
    0xFFFE,
    0xFFFF,
    0x10000,
    0xFFFFFF,
    0x7FFFFFFF,
    0x80000000,
    0xFFFFFFFE,
    0xFFFFFFFF
  };

  /** (0040,A730) and an item, both of undefined length; with implicit and with explicit VR. */
  private static final byte[][] NESTED = {
    bytes(0x40, 0, 0x30, 0xA7, -1, -1, -1, -1, 0xFE, 0xFF, 0, 0xE0, -1, -1, -1, -1),
    bytes(0x40, 0, 0x30, 0xA7, 'S', 'Q', 0, 0, -1, -1, -1, -1, 0xFE, 0xFF, 0, 0xE0, -1, -1, -1, -1),
    bytes(0x40, 0, 0x30, 0xA7, 'U', 'N', 0, 0, -1, -1, -1, -1, 0xFE, 0xFF, 0, 0xE0, -1, -1, -1, -1)
  };

  private final Random random;
  private final List<byte[]> others;

  /** @param others good files to take pieces of */
  Mutator(long seed, List<byte[]> others) {
    random = new Random(seed);
    this.others = others;
  }

  /** One to four changes; few of them, so that some files get past the first check. */
  byte[] mutate(byte[] file) {
    var mutant = file.clone();
    for (var changes = 1 + random.nextInt(4); changes > 0 && mutant.length > 0; changes--) {
      mutant = changed(mutant);
    }
    return mutant;
  }

  private byte[] changed(byte[] file) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> flipped(file);
      case 2 -> Arrays.copyOf(file, random.nextInt(file.length + 1));
      case 3 -> lengthened(file);
      case 4 -> reordered(file);
      case 5 -> repeated(file);
      case 6 -> nested(file);
      default -> spliced(file);
    };
  }

  private byte[] flipped(byte[] file) {
    for (var flips = 1 + random.nextInt(8); flips > 0; flips--) {
      file[anywhere(file)] ^= (byte) (1 << random.nextInt(8));
    }
    return file;
  }

  private byte[] lengthened(byte[] file) {
    var lie = LENGTHS[random.nextInt(LENGTHS.length)];
    var at = anywhere(file) & ~1;
    var buffer = ByteBuffer.wrap(file)
        .order(random.nextInt(8) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    if (random.nextBoolean() && at + 4 <= file.length) buffer.putInt(at, lie);
    else if (at + 2 <= file.length) buffer.putShort(at, (short) lie);
    return file;
  }

  /** Two neighbouring pieces change places: elements where the cuts happen to fall between them. */
  private byte[] reordered(byte[] file) {
    var cuts = new int[] {element(file), element(file), element(file)};
    Arrays.sort(cuts);
    return joined(
        Arrays.copyOf(file, cuts[0]),
        Arrays.copyOfRange(file, cuts[1], cuts[2]),
        Arrays.copyOfRange(file, cuts[0], cuts[1]),
        Arrays.copyOfRange(file, cuts[2], file.length));
  }

  private byte[] repeated(byte[] file) {
    var cuts = new int[] {element(file), element(file)};
    Arrays.sort(cuts);
    var piece = Arrays.copyOfRange(file, cuts[0], Math.min(cuts[1], cuts[0] + 2048));
    var parts = new ArrayList<byte[]>();
    parts.add(Arrays.copyOf(file, cuts[0]));
    for (var times = 2 + random.nextInt(6); times > 0; times--) parts.add(piece);
    parts.add(Arrays.copyOfRange(file, cuts[1], file.length));
    return joined(parts.toArray(byte[][]::new));
  }

  private byte[] nested(byte[] file) {
    var level = NESTED[random.nextInt(NESTED.length)];
    var levels = 1 << random.nextInt(11);
    var bomb = new byte[levels * level.length];
    for (var i = 0; i < levels; i++) {
      System.arraycopy(level, 0, bomb, i * level.length, level.length);
    }
    var at = element(file);
    return joined(Arrays.copyOf(file, at), bomb, Arrays.copyOfRange(file, at, file.length));
  }

  private byte[] spliced(byte[] file) {
    var other = others.get(random.nextInt(others.size()));
    var from = element(other);
    var to = Math.min(other.length, from + 1 + random.nextInt(512));
    var at = element(file);
    return joined(
        Arrays.copyOf(file, at),
        Arrays.copyOfRange(other, from, to),
        Arrays.copyOfRange(file, at, file.length));
  }

  /** Headers are short and pixels long: half of the places are within the first two kilobytes. */
  private int anywhere(byte[] file) {
    return random.nextInt(random.nextBoolean() ? file.length : Math.min(file.length, 2048));
  }

  /** Where an element of explicit VR seems to begin, after a place taken by chance. */
  private int element(byte[] file) {
    var start = Math.min(file.length, Math.max(PREAMBLE_BYTES, anywhere(file) & ~1));
    for (var at = start; at + 6 <= file.length && at < start + 512; at += 2) {
      if (isUpper(file[at + 4]) && isUpper(file[at + 5])) return at;
    }
    return start;
  }

  private static boolean isUpper(byte letter) {
    return letter >= 'A' && letter <= 'Z';
  }

  private static byte[] joined(byte[]... parts) {
    var length = 0;
    for (var part : parts) length += part.length;
    var whole = ByteBuffer.allocate(length);
    for (var part : parts) whole.put(part);
    return whole.array();
  }

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (var i = 0; i < values.length; i++) bytes[i] = (byte) values[i];
    return bytes;
  }
}
