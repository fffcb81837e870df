package org.radcase.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.Generated;
import org.radcase.dicom.part10.Part10Reader;

/** Names in the world's scripts. Examples: PS3.5 annexes H, I, J, K; pydicom's files. */
class SpecificCharacterSetTest {

  @ParameterizedTest
  @CsvSource({
    "chrArab.dcm, قباني^لنزار",
    "chrFren.dcm, Buc^Jérôme",
    "chrFrenMulti.dcm, Buc^Jérôme",
    "chrGerm.dcm, Äneas^Rüdiger",
    "chrGreek.dcm, Διονυσιος",
    "chrH31.dcm, Yamada^Tarou=山田^太郎=やまだ^たろう",
    "chrH32.dcm, ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう",
    "chrHbrw.dcm, שרון^דבורה",
    "chrI2.dcm, Hong^Gildong=洪^吉洞=홍^길동",
    "chrJapMulti.dcm, やまだ^たろう",
    "chrJapMultiExplicitIR6.dcm, やまだ^たろう",
    "chrKoreanMulti.dcm, 김희중",
    "chrRuss.dcm, Люкceмбypг",
    "chrX1.dcm, Wang^XiaoDong=王^小東=",
    "chrX2.dcm, Wang^XiaoDong=王^小东="
  })
  void a_name_is_read_in_its_script(String file, String name) throws IOException {
    var read = Part10Reader.read(Corpus.file("pydicom/charset_files/" + file));

    assertThat(read.dataSet().string(Tag.PATIENT_NAME)).hasValue(name);
  }

  @ParameterizedTest
  @CsvSource({"chrSQEncoding.dcm", "chrSQEncoding1.dcm"})
  void an_item_has_its_own_character_set_or_the_outer_one(String file) throws IOException {
    var read = Part10Reader.read(Corpus.file("pydicom/charset_files/" + file));

    var item = read.dataSet().item(new Tag(0x00321064)).orElseThrow();
    assertThat(item.string(Tag.PATIENT_NAME)).hasValue("ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう");
  }

  @Test
  void a_backslash_in_the_second_byte_of_a_character_separates_nothing() {
    var gb18030 = SpecificCharacterSet.of(List.of("GB18030"));
    var bytes = "誠\\二".getBytes(Charset.forName("GB18030"));

    var element = new Element(Tag.PATIENT_ID, VR.LO, Value.of(bytes));

    assertThat(bytes).contains('\\');
    assertThat(Texts.of(element, gb18030)).containsExactly("誠", "二");
  }

  @Test
  void a_separator_brings_the_initial_state_back() {
    // ESC $ B designates JIS X 0208; after the backslash the bytes are ASCII again.
    var bytes = HexFormat.of().parseHex("1b2442" + "3b33" + "5c" + "3b33");
    var greek = HexFormat.of().parseHex("1b2d46" + "c1" + "5c" + "c1");
    var japanese = SpecificCharacterSet.of(List.of("", "ISO 2022 IR 87"));
    var mixed = SpecificCharacterSet.of(List.of("ISO 2022 IR 100", "ISO 2022 IR 126"));

    assertThat(mixed.decode(greek, VR.LO)).isEqualTo("Α\\Á");
    assertThat(japanese.decode(bytes, VR.LO)).startsWith("山");
  }

  @ParameterizedTest
  @CsvSource({
    "ISO-IR 100, ISO_IR 100",
    "iso_ir_192, ISO_IR 192",
    "UTF-8, ISO_IR 192",
    "ISO2022 IR 87, ISO 2022 IR 87",
    "ISO 2022-IR 87, ISO 2022 IR 87",
    "IR100, ISO_IR 100",
    "ISO_IR 149, ISO 2022 IR 149",
    "ISO 2022 IR 192, ISO_IR 192",
    "ISO_8859-2, ISO_IR 101",
    "gb2312, GBK",
    "GB-18030, GB18030"
  })
  void spellings_of_devices_are_put_right(String spelled, String term) {
    assertThat(SpecificCharacterSet.of(List.of(spelled)).terms()).containsExactly(term);
  }

  @Test
  void an_unknown_term_still_shows_every_byte() {
    var unknown = SpecificCharacterSet.of(List.of("KLINGON"));

    assertThat(unknown.decode(new byte[] {'A', (byte) 0xE4}, VR.LO)).isEqualTo("Aä");
  }

  @Test
  void no_bytes_make_decoding_fail() {
    var sets =
        List.of("ISO 2022 IR 87", "ISO 2022 IR 149", "ISO 2022 IR 58", "GB18030", "ISO_IR 192");
    for (var term : sets) {
      var set = SpecificCharacterSet.of(List.of(term, "ISO 2022 IR 159"));
      for (var seed = 0; seed < 300; seed++) {
        var bytes = Generated.bytes(seed, seed);
        for (var i = 0; i < bytes.length; i += 7) {
          bytes[i] = 0x1B;
        }
        assertThat(set.decode(bytes, VR.PN)).isNotNull();
      }
    }
  }

  @Test
  void text_without_a_code_is_refused_when_written() {
    var builder = DataSet.builder().putString(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100");

    builder.putString(Tag.PATIENT_NAME, "Müller");
    assertThatThrownBy(() -> builder.putString(Tag.PATIENT_NAME, "山田"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(builder.build().string(Tag.PATIENT_NAME)).hasValue("Müller");
  }
}
