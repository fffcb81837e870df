package org.radcase.dicom.codec.j2k;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MqDecoderTest {

  /** Source: ITU-T T.88 H.2, of the same coder. */
  @Test
  void the_test_sequence_of_the_standard_is_decoded() {
    var coded =
        HexFormat.of().parseHex("84C73BFCE1A1430402200000410DBB86F4317FFF88FF37471ADB6ADFFFAC");
    var plain = HexFormat.of()
        .parseHex("00020051000000C0035287" + "2AAAAAAAAA82C02000FCD79EF6BF7FED904F46A3BF");
    var mq = new MqDecoder();
    mq.setContext(0, 0);
    mq.start(coded, 0, coded.length);

    var decoded = new byte[plain.length];
    for (var bit = 0; bit < 8 * decoded.length; bit++) {
      decoded[bit / 8] |= (byte) (mq.decode(0) << (7 - bit % 8));
    }

    assertThat(decoded).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 60, 3000})
  void any_bytes_are_decoded_as_the_flow_charts_of_the_standard_do(int length) {
    var random = new Random(length);
    for (var round = 0; round < 20; round++) {
      var bytes = new byte[length + 4];
      random.nextBytes(bytes);
      if (round % 2 == 1) {
        pepper(bytes, random); // stuffed bits and markers
      }
      var mq = new MqDecoder();
      var charts = new FlowChartMqDecoder(bytes, 2, 2 + length);
      for (var context = 0; context < MqDecoder.CONTEXTS; context++) {
        var index = random.nextInt(47);
        mq.setContext(context, index);
        charts.setContext(context, index);
      }
      mq.start(bytes, 2, 2 + length);
      var decided = new byte[40 * length + 200];
      var expected = new byte[decided.length];
      for (var i = 0; i < decided.length; i++) {
        var context = random.nextInt(MqDecoder.CONTEXTS);
        decided[i] = (byte) mq.decode(context);
        expected[i] = (byte) charts.decode(context);
      }

      assertThat(decided).isEqualTo(expected);
    }
  }

  private static void pepper(byte[] bytes, Random random) {
    for (var i = 0; i < bytes.length; i++) {
      if (random.nextInt(3) == 0) {
        bytes[i] = (byte) 0xFF;
      }
    }
  }
}
