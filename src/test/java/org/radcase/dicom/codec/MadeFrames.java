package org.radcase.dicom.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;

/** Frames that tests make themselves: flat, smooth and noisy ones of odd sizes. */
final class MadeFrames {
  private static final int[][] SIZES = {{1, 1}, {1, 9}, {7, 1}, {2, 3}, {13, 31}, {64, 65}};

  /** Samples that all lie below two to the power of {@code bits}. */
  static final class Made {
    private final String name;
    private final FrameShape shape;
    private final int bits;
    private final byte[] samples;

    private Made(String name, FrameShape shape, int bits, byte[] samples) {
      this.name = name;
      this.shape = shape;
      this.bits = bits;
      this.samples = samples;
    }

    FrameShape shape() {
      return shape;
    }

    int bits() {
      return bits;
    }

    byte[] samples() {
      return samples.clone();
    }

    @Override
    public String toString() {
      return name + " of " + bits + " bits, " + shape;
    }
  }

  private MadeFrames() {}

  /** All kinds in all sizes, for each number of bits up to 16 and of components up to 4. */
  static Stream<Made> all() {
    var frames = new ArrayList<Made>();
    for (var bits = 1; bits <= 16; bits++) {
      for (var components = 1; components <= 4; components++) {
        for (var size : SIZES) {
          var shape = new FrameShape(size[0], size[1], components, bits > 8 ? 2 : 1);
          frames.addAll(kinds(shape, bits));
        }
      }
    }
    return frames.stream();
  }

  static List<Made> kinds(FrameShape shape, int bits) {
    var random = new Random(shape.hashCode() + bits);
    var largest = (1 << bits) - 1;
    var level = random.nextInt(largest + 1);
    return List.of(
        made("flat", shape, bits, (x, y) -> level),
        made("gradient", shape, bits, (x, y) -> level + 3 * x + 2 * y),
        made("noise", shape, bits, (x, y) -> random.nextInt(largest + 1)),
        made("extremes", shape, bits, (x, y) -> random.nextBoolean() ? largest : 0),
        made("specks", shape, bits, (x, y) -> random.nextInt(40) == 0 ? random.nextInt() : level),
        made("soft noise", shape, bits, (x, y) -> level + x / 9 + random.nextInt(5)));
  }

  private static Made made(String name, FrameShape shape, int bits, IntBinaryOperator value) {
    var samples = new byte[shape.bytes()];
    var at = 0;
    for (var y = 0; y < shape.rows(); y++) {
      for (var x = 0; x < shape.columns(); x++) {
        for (var component = 0; component < shape.samplesPerPixel(); component++) {
          var sample = value.applyAsInt(x, y) & ((1 << bits) - 1);
          for (var b = 0; b < shape.sampleBytes(); b++) {
            samples[at++] = (byte) (sample >> (8 * b));
          }
        }
      }
    }
    return new Made(name, shape, bits, samples);
  }
}
