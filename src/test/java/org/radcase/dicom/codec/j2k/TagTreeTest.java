package org.radcase.dicom.codec.j2k;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

class TagTreeTest {

  /** Source: T.800 B.10.2, figure B.12 and the text behind it. */
  @Test
  void the_example_of_the_standard_is_read() throws DicomException {
    var tree = new TagTree(6, 3);
    var bits = new HeaderBitWriter().bits("01111 001 101").toReader();

    assertThat(tree.value(0, 0, bits)).isEqualTo(1);
    assertThat(tree.value(1, 0, bits)).isEqualTo(3);
    assertThat(tree.value(2, 0, bits)).isEqualTo(2);
  }

  @Test
  void values_are_those_that_were_written_whatever_the_size() throws DicomException {
    var random = new Random(2);
    for (var round = 0; round < 300; round++) {
      var width = 1 + random.nextInt(13);
      var height = 1 + random.nextInt(13);
      var values = new int[height][width];
      for (var row : values) {
        for (var x = 0; x < width; x++) {
          row[x] = random.nextInt(1 + random.nextInt(20));
        }
      }
      var written = new HeaderBitWriter();
      var writer = new TagTreeWriter(values, written);
      for (var y = 0; y < height; y++) {
        for (var x = 0; x < width; x++) {
          writer.write(x, y, values[y][x] + 1);
        }
      }
      var bits = written.toReader();
      var tree = new TagTree(width, height);

      for (var y = 0; y < height; y++) {
        for (var x = 0; x < width; x++) {
          assertThat(tree.value(x, y, bits)).isEqualTo(values[y][x]);
        }
      }
    }
  }

  @Test
  void a_question_about_a_layer_costs_only_the_bits_that_it_needs() throws DicomException {
    var values = new int[][] {{3, 0, 2}, {5, 1, 1}};
    var written = new HeaderBitWriter();
    var writer = new TagTreeWriter(values, written);
    for (var threshold = 1; threshold <= 6; threshold++) {
      for (var i = 0; i < 6; i++) {
        writer.write(i % 3, i / 3, threshold);
      }
    }
    var bits = written.toReader();
    var tree = new TagTree(3, 2);

    for (var threshold = 1; threshold <= 6; threshold++) {
      for (var i = 0; i < 6; i++) {
        assertThat(tree.isBelow(i % 3, i / 3, threshold, bits))
            .isEqualTo(values[i / 3][i % 3] < threshold);
      }
    }
  }

  @Test
  void a_value_that_never_comes_ends_as_a_typed_fault() {
    var tree = new TagTree(1, 1);
    var zeros = new HeaderBits();
    zeros.seek(new byte[100_000], 0, 100_000);

    assertThatThrownBy(() -> tree.value(0, 0, zeros))
        .isInstanceOfSatisfying(
            DicomException.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.MALFORMED));
  }
}
