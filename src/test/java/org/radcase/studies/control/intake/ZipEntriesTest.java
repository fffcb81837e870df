package org.radcase.studies.control.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.studies.entity.Refusal;

class ZipEntriesTest {
  @Test
  void every_file_is_given_and_folders_are_not() throws IOException {
    var names = new ArrayList<String>();
    var texts = new ArrayList<String>();

    entries(zip("study/", "", "study/1.dcm", "one", "study/2.dcm", "two"))
        .forEach((name, content) -> {
          names.add(name);
          texts.add(new String(content.readAllBytes(), UTF_8));
        });

    assertThat(names).containsExactly("study/1.dcm", "study/2.dcm");
    assertThat(texts).containsExactly("one", "two");
  }

  @Test
  void a_file_that_nobody_reads_does_not_hide_the_next() throws IOException {
    var names = new ArrayList<String>();

    entries(zip("1", "one", "2", "two")).forEach((name, content) -> names.add(name));

    assertThat(names).containsExactly("1", "2");
  }

  @Test
  void a_bomb_is_refused_though_nobody_reads_it() throws IOException {
    var bomb = bombOf(256 << 20);

    assertThatThrownBy(() -> entries(bomb).forEach((name, content) -> {}))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.ZIP_BOMB));
  }

  @Test
  void a_zip_of_more_than_any_study_is_refused_however_well_it_is_packed() throws IOException {
    var entries = new ZipEntries(new ByteArrayInputStream(zip("1", "one", "2", "two")), 5);

    assertThatThrownBy(() -> entries.forEach((name, content) -> {}))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.ZIP_BOMB));
  }

  @Test
  void a_zip_cut_anywhere_is_unreadable_or_shorter_but_never_more() throws IOException {
    var whole = zip("1", "one".repeat(500), "2", "two".repeat(500));

    for (var length = 4; length < whole.length; length++) {
      var seen = new ArrayList<String>();
      try {
        entries(Arrays.copyOf(whole, length))
            .forEach((name, content) -> seen.add(new String(content.readAllBytes(), UTF_8)));
      } catch (RefusedException e) {
        assertThat(e.refusal()).isEqualTo(Refusal.ZIP_UNREADABLE);
      }
      assertThat(seen).isSubsetOf("one".repeat(500), "two".repeat(500));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/../../x", "..", "/etc/passwd", "C:\\x", "a\\..\\x", "a\0b"})
  void a_name_that_climbs_is_unsafe(String name) {
    assertThat(ZipEntries.isUnsafe(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.dcm", "a/b/c", "a..b", "...", "IM-0001-0001", "ä/ö"})
  void an_ordinary_name_is_not(String name) {
    assertThat(ZipEntries.isUnsafe(name)).isFalse();
  }

  private static ZipEntries entries(byte[] zip) {
    return new ZipEntries(new ByteArrayInputStream(zip));
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] bombOf(int lengthBytes) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("zeros.dcm"));
      var buffer = new byte[1 << 20];
      for (var i = 0; i < lengthBytes / buffer.length; i++) zip.write(buffer);
    }
    return bytes.toByteArray();
  }
}
