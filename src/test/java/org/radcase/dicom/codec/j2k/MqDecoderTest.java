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
      var bytes = bytes(length + 4, random, round % 2 == 1 ? 3 : 256);
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

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 100, 5000})
  void what_the_encoder_of_the_standard_writes_is_read(int decisions) {
    var random = new Random(decisions);
    for (var round = 0; round < 100; round++) {
      var encoder = new FlowChartMqEncoder();
      var mq = new MqDecoder();
      var contexts = 1 + random.nextInt(MqDecoder.CONTEXTS);
      for (var context = 0; context < contexts; context++) {
        var index = random.nextInt(47);
        encoder.setContext(context, index);
        mq.setContext(context, index);
      }
      var oneIn = 2 + random.nextInt(200);
      var written = new byte[decisions];
      var used = new int[decisions];
      for (var i = 0; i < decisions; i++) {
        used[i] = random.nextInt(contexts);
        written[i] = (byte) (random.nextInt(oneIn) == 0 ? 1 : 0);
        encoder.encode(used[i], written[i]);
      }
      var bytes = encoder.flush();
      mq.start(bytes, 0, bytes.length);

      var read = new byte[decisions];
      for (var i = 0; i < decisions; i++) {
        read[i] = (byte) mq.decode(used[i]);
      }
      assertThat(read).isEqualTo(written);
    }
  }

  /**
   * Bytes of chance with stuffed bits and, seldom, a marker; but without the carries that a byte behind
   * FF may have. Where no encoder has put it, a carry may lead out of the interval, and we, who look
   * further ahead than the charts, meet it sooner. The sequence of the standard has a right one.
   *
   * @param oneIn how many bytes one is FF
   */
  private static byte[] bytes(int length, Random random, int oneIn) {
    var bytes = new byte[length];
    for (var i = 0; i < length; i++) {
      if (i > 0 && bytes[i - 1] == (byte) 0xFF) {
        bytes[i] = (byte) (random.nextInt(20) == 0 ? 0x90 : random.nextInt(0x80));
      } else {
        bytes[i] = (byte) (random.nextInt(oneIn) == 0 ? 0xFF : random.nextInt(256));
      }
    }
    return bytes;
  }
}
