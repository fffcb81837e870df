package org.radcase.dicom.data;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.WithSampleFiles;
import org.radcase.dicom.part10.Part10Reader;

/** Text in the declared character sets, with escape sequences where the standard wants them. */
class Iso2022EncoderTest {

  @ParameterizedTest
  @CsvSource({
    "chrArab.dcm", "chrFren.dcm", "chrFrenMulti.dcm", "chrGerm.dcm", "chrGreek.dcm", "chrH31.dcm",
    "chrH32.dcm", "chrHbrw.dcm", "chrI2.dcm", "chrRuss.dcm", "chrX1.dcm", "chrX2.dcm"
  })
  @WithSampleFiles
  void a_name_is_written_in_the_bytes_of_the_standards_example(String file) throws IOException {
    var dataSet =
        Part10Reader.read(Corpus.file("pydicom/charset_files/" + file)).dataSet();
    var name = dataSet.strings(Tag.PATIENT_NAME).toArray(String[]::new);
    var theirs = dataSet.bytes(Tag.PATIENT_NAME).orElseThrow();

    var ours = DataSet.builder(dataSet.characterSet())
        .putString(Tag.PATIENT_NAME, name)
        .build()
        .bytes(Tag.PATIENT_NAME)
        .orElseThrow();

    assertThat(ours).isEqualTo(theirs);
  }

  @Test
  void the_initial_state_is_back_before_each_separator_and_line_end() {
    // PS3.5 H.3.1: ESC $ B to JIS X 0208, ESC ( B to ASCII.
    assertThat(hex("山^山=山", VR.PN, "", "ISO 2022 IR 87"))
        .isEqualTo("1b24423b331b28425e1b24423b331b28423d1b24423b331b2842");
    assertThat(hex("山\\山", VR.LO, "", "ISO 2022 IR 87"))
        .isEqualTo("1b24423b331b28425c1b24423b331b2842");
    assertThat(hex("山\r\n山", VR.LT, "", "ISO 2022 IR 87"))
        .isEqualTo("1b24423b331b28420d0a1b24423b331b2842");
    // Of two right hand halves the first is the initial one; PS3.5 6.1.2.5.3.
    assertThat(hex("éΑ\\é", VR.LO, "ISO 2022 IR 100", "ISO 2022 IR 126"))
        .isEqualTo("e91b2d46c11b2d415ce9");
  }

  @Test
  void korean_and_chinese_need_no_way_back_since_no_other_right_half_is_declared() {
    // PS3.5 I.2 and K.2
    assertThat(hex("김^김", VR.PN, "", "ISO 2022 IR 149")).isEqualTo("1b242943b1e85e1b242943b1e8");
    assertThat(hex("王^王", VR.PN, "", "ISO 2022 IR 58")).isEqualTo("1b242941cdf55e1b242941cdf5");
  }

  @Test
  void separators_are_those_of_ascii_where_jis_has_a_yen_sign() {
    for (var terms : List.of(List.of("ISO_IR 13"), List.of("ISO 2022 IR 13", "ISO 2022 IR 87"))) {
      var set = SpecificCharacterSet.of(terms);

      var bytes = set.encode("ﾔ\\ﾏ", VR.LO);

      assertThat(bytes).isEqualTo(HexFormat.of().parseHex("d45ccf"));
      assertThat(set.decode(bytes, VR.LO)).isEqualTo("ﾔ\\ﾏ");
    }
    assertThatThrownBy(() -> SpecificCharacterSet.of(List.of("ISO_IR 13")).encode("¥", VR.LO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void any_text_of_the_declared_sets_comes_back() {
    var random = new Random(4);
    var sets = List.of(
        List.of("", "ISO 2022 IR 87", "ISO 2022 IR 159"),
        List.of("ISO 2022 IR 13", "ISO 2022 IR 87"),
        List.of("", "ISO 2022 IR 149"),
        List.of("ISO 2022 IR 149"),
        List.of("", "ISO 2022 IR 58"),
        List.of("ISO 2022 IR 6", "ISO 2022 IR 100", "ISO 2022 IR 101", "ISO 2022 IR 109"),
        List.of("ISO 2022 IR 110", "ISO 2022 IR 126", "ISO 2022 IR 127", "ISO 2022 IR 138"),
        List.of("ISO 2022 IR 144", "ISO 2022 IR 148", "ISO 2022 IR 166", "ISO 2022 IR 203"),
        List.of("ISO 2022 IR 100", "ISO 2022 IR 87", "ISO 2022 IR 149", "ISO 2022 IR 58"));
    for (var terms : sets) {
      var set = SpecificCharacterSet.of(terms);
      var alphabet = alphabet(set);
      assertThat(alphabet).as("%s", terms).hasSizeGreaterThan(60);
      for (var round = 0; round < 100; round++) {
        var text = text(alphabet, random);

        assertThat(set.decode(set.encode(text, VR.PN), VR.PN)).as("%s", terms).isEqualTo(text);
        assertThat(set.decode(set.encode(text, VR.LT), VR.LT)).as("%s", terms).isEqualTo(text);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ISO_IR 6, Buc", "ISO_IR 100, Jérôme", "ISO_IR 101, Dvořák", "ISO_IR 109, Ĉapek",
    "ISO_IR 110, Jānis", "ISO_IR 126, Διονυσιος", "ISO_IR 127, قباني", "ISO_IR 13, ﾔﾏﾀﾞ",
    "ISO_IR 138, שרון", "ISO_IR 144, Люкceмбypг", "ISO_IR 148, Çavuşoğlu", "ISO_IR 166, นามสกุล",
    "ISO_IR 192, Änne 山 🩻", "ISO_IR 203, Œuvre €", "GB18030, 王^小东 𠀀", "GBK, 王^小东",
    "ISO 2022 IR 159, 龔"
  })
  void every_defined_term_has_its_characters(String term, String text) {
    var set = SpecificCharacterSet.of(List.of(term));

    assertThat(set.decode(set.encode(text, VR.LO), VR.LO)).isEqualTo(text);
  }

  @Test
  void what_no_declared_set_has_is_refused() {
    var japanese = SpecificCharacterSet.of(List.of("", "ISO 2022 IR 87"));

    for (var text : List.of("é", "김", "🩻", "\uD800", "a\u001B$B", "ﾔ")) {
      assertThatThrownBy(() -> japanese.encode(text, VR.LO))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void escape_sequences_are_read_where_nobody_declared_them() {
    var bytes = "\u001B$B;3ED\u001B(B".getBytes(US_ASCII);

    assertThat(SpecificCharacterSet.DEFAULT.decode(bytes, VR.LO)).isEqualTo("山田");
    assertThat(SpecificCharacterSet.of(List.of("ISO_IR 100")).decode(bytes, VR.LO))
        .isEqualTo("山田");
  }

  @Test
  void undeclared_text_is_utf_8_where_it_can_be_and_else_latin() {
    var utf8 = "Müller 山".getBytes(StandardCharsets.UTF_8);
    var latin = "Müller".getBytes(StandardCharsets.ISO_8859_1);
    var cut = Arrays.copyOf(utf8, utf8.length - 1);

    for (var set : List.of(SpecificCharacterSet.DEFAULT, SpecificCharacterSet.UTF_8)) {
      assertThat(set.decode(utf8, VR.LO)).isEqualTo("Müller 山");
      assertThat(set.decode(latin, VR.LO)).isEqualTo("Müller");
      assertThat(set.decode(cut, VR.LO)).isEqualTo("Müller \uFFFD");
    }
  }

  private static String hex(String text, VR vr, String... terms) {
    return HexFormat.of().formatHex(SpecificCharacterSet.of(List.of(terms)).encode(text, vr));
  }

  /** Characters of the first plane that the set can write, one in forty of the many. */
  private static int[] alphabet(SpecificCharacterSet set) {
    var all = new int[0x10000];
    var count = 0;
    for (var c = 0x20; c < 0x10000; c += c < 0x600 ? 1 : 41) {
      if (c != '\\' && isEncodable(set, c)) {
        all[count++] = c;
      }
    }
    return Arrays.copyOf(all, count);
  }

  private static boolean isEncodable(SpecificCharacterSet set, int character) {
    try {
      set.encode(Character.toString(character), VR.LT);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Mostly beyond ASCII, with separators and line ends in between. */
  private static String text(int[] alphabet, Random random) {
    var text = new StringBuilder();
    for (var i = random.nextInt(20); i >= 0; i--) {
      switch (random.nextInt(6)) {
        case 0 -> text.append("^= \n\r\t".charAt(random.nextInt(6)));
        case 1 -> text.append((char) ('A' + random.nextInt(26)));
        default -> text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
      }
    }
    return text.toString();
  }
}
