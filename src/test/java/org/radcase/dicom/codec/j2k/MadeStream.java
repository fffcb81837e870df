package org.radcase.dicom.codec.j2k;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.radcase.dicom.codec.FrameShape;

/**
 * A small codestream beside the tests, made by OpenJPEG of an image that a formula gives. The
 * README.md there tells how.
 *
 * @param tolerance how far a sample may be from the formula; 0 where coding is lossless
 */
record MadeStream(String name, int components, int bits, boolean isSigned, int tolerance) {
  static final int COLUMNS = 61;
  static final int ROWS = 47;

  static Stream<MadeStream> all() {
    return new String(resource("streams.txt"), UTF_8).lines().map(MadeStream::of);
  }

  static MadeStream named(String name) {
    return all().filter(stream -> stream.name.equals(name)).findFirst().orElseThrow();
  }

  private static MadeStream of(String line) {
    var words = line.split(" ", 6);
    return new MadeStream(
        words[0],
        Integer.parseInt(words[1]),
        Integer.parseInt(words[2]),
        words[3].equals("signed"),
        Integer.parseInt(words[4]));
  }

  private static byte[] resource(String name) {
    try (var in = MadeStream.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes() {
    return resource(name + ".j2k");
  }

  FrameShape shape() {
    return new FrameShape(ROWS, COLUMNS, components, bits > 8 ? 2 : 1);
  }

  /** The samples that were coded, interleaved. */
  int[] image() {
    var samples = new int[ROWS * COLUMNS * components];
    for (var i = 0; i < samples.length; i++) {
      var pixel = i / components;
      samples[i] = sample(pixel % COLUMNS, pixel / COLUMNS, i % components);
    }
    return samples;
  }

  private int sample(int x, int y, int component) {
    var squares = (x / 8 + y / 8) % 2 * 512;
    var noise = (x * 7 + y * 13) % 5;
    var twelveBits = (x * x / 3 + y * 31 + component * 97 + squares + noise) % 4096;
    return (twelveBits << bits >> 12) - (isSigned ? 1 << (bits - 1) : 0);
  }

  /** Samples of bytes, which are as {@link #shape} says. */
  int[] samples(byte[] decoded) {
    var samples = new int[ROWS * COLUMNS * components];
    for (var i = 0; i < samples.length; i++) {
      var sample = bits > 8 ? (decoded[2 * i] & 0xFF) | decoded[2 * i + 1] << 8 : (int) decoded[i];
      samples[i] = isSigned ? sample : sample & (1 << (shape().sampleBytes() * 8)) - 1;
    }
    return samples;
  }

  @Override
  public String toString() {
    return name;
  }
}
