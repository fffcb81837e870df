package org.radcase.demo.control;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.radcase.demo.entity.phantom.Phantom;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.Uids;
import org.radcase.dicom.part10.Part10Reader;
import org.radcase.dicom.part10.ReadLimits;

class DemoStudiesTest {
  // Of one instance of each case: enough to notice that a phantom or a header has changed. Whoever
  // changes one on purpose raises the edition in DemoInstance and puts the new digest here.
  private static final String DIGEST =
      "fb83d217e00b8ef33da5e7b7f96f945878a3a3d2e5cdf499751f90f182942564";

  private static final Set<String> WHERE_ONE_LOOKS =
      Set.of("left", "bone", "breast", "coronary", "phase", "pulmonary");

  private static final DemoStudies STUDIES = new DemoStudies();
  private static final Map<Phantom, DataSet> MIDDLE = new EnumMap<>(Phantom.class);
  private static final Map<Phantom, byte[]> BYTES = new EnumMap<>(Phantom.class);

  @BeforeAll
  static void make_the_middle_instance_of_each_case() throws IOException {
    for (var demo : DemoCases.all()) {
      var files = STUDIES.files(demo);
      var file = files.get(files.size() / 2);
      var bytes = new ByteArrayOutputStream();
      file.writeTo(bytes);
      BYTES.put(demo.phantom(), bytes.toByteArray());
      MIDDLE.put(demo.phantom(), read(bytes.toByteArray()));
    }
  }

  private static DataSet read(byte[] bytes) throws IOException {
    return Part10Reader.readAll(new ByteArrayInputStream(bytes), ReadLimits.DEFAULT)
        .dataSet();
  }

  private static byte[] bytesOf(Phantom phantom) {
    return requireNonNull(BYTES.get(phantom));
  }

  private static DataSet middleOf(Phantom phantom) {
    return requireNonNull(MIDDLE.get(phantom));
  }

  @Test
  void the_same_seed_gives_the_same_bytes_on_every_machine() throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    BYTES.values().forEach(digest::update);

    assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(DIGEST);
  }

  @Test
  void a_file_made_twice_is_the_same_file() throws IOException {
    var demo = DemoCases.all().get(2);
    var file = new DemoStudies().files(demo).get(11);
    var bytes = new ByteArrayOutputStream();

    file.writeTo(bytes);

    assertThat(bytes.toByteArray()).isEqualTo(bytesOf(demo.phantom()));
  }

  @Test
  void there_are_two_big_computed_tomograms_and_all_of_it_fits_in_150_megabytes() {
    var sizes = new EnumMap<Phantom, Long>(Phantom.class);
    for (var demo : DemoCases.all()) {
      var files = STUDIES.files(demo).size();
      sizes.put(demo.phantom(), (long) files * bytesOf(demo.phantom()).length);
      if (demo.phantom() == Phantom.CT_HEAD_EPIDURAL || demo.phantom() == Phantom.CT_CHEST_NODULE) {
        assertThat(files).isGreaterThanOrEqualTo(60);
        assertThat(middleOf(demo.phantom()).integer(Tag.ROWS)).hasValue(512);
      }
    }
    assertThat(sizes.values().stream().mapToLong(Long::longValue).sum()).isLessThan(150_000_000);
  }

  @Test
  void every_instance_has_a_name_and_a_uid_of_its_own() {
    var names = new HashSet<String>();
    var uids = new HashSet<String>();
    for (var demo : DemoCases.all()) {
      for (var file : STUDIES.files(demo)) assertThat(names.add(file.name())).isTrue();
    }
    for (var instance : MIDDLE.values()) {
      for (var tag :
          new Tag[] {Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID, Tag.SOP_INSTANCE_UID}) {
        var uid = instance.uid(tag).orElseThrow();
        assertThat(uid).startsWith("2.25.").matches(Uids::isWellFormed);
        assertThat(uids.add(uid)).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobody_is_named_and_the_file_says_so(Phantom phantom) {
    var instance = middleOf(phantom);

    assertThat(instance.string(Tag.PATIENT_IDENTITY_REMOVED)).hasValue("YES");
    assertThat(instance.string(Tag.DEIDENTIFICATION_METHOD)).isPresent();
    assertThat(instance.string(Tag.BURNED_IN_ANNOTATION)).hasValue("NO");
    assertThat(instance.string(Tag.PATIENT_NAME)).isEmpty();
    assertThat(instance.string(Tag.PATIENT_BIRTH_DATE)).isEmpty();
    assertThat(instance.string(Tag.REFERRING_PHYSICIAN_NAME)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void descriptions_do_not_give_the_answer_away(Phantom phantom) {
    var instance = middleOf(phantom);
    var demo = DemoCases.all().stream()
        .filter(it -> it.phantom() == phantom)
        .findFirst()
        .orElseThrow();
    var told = Stream.of(Tag.STUDY_DESCRIPTION, Tag.SERIES_DESCRIPTION, Tag.PATIENT_ID)
        .map(tag -> instance.string(tag).orElse("").toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));

    var answer = Pattern.compile("[^a-z]+")
        .splitAsStream((demo.diagnosis() + " " + demo.title()).toLowerCase(Locale.ROOT));

    // Where one looks is in the request already: the left coronary artery, the abdominal aorta.
    assertThat(answer.filter(word -> word.length() > 3))
        .filteredOn(word -> !WHERE_ONE_LOOKS.contains(word))
        .noneMatch(told::contains);
  }

  @ParameterizedTest
  @EnumSource
  void pixels_stay_within_their_bits_and_show_something(Phantom phantom) {
    var instance = middleOf(phantom);
    var bits = instance.integer(Tag.BITS_STORED).orElseThrow();
    var frames = instance.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
    var rows = instance.integer(Tag.ROWS).orElseThrow();
    var columns = instance.integer(Tag.COLUMNS).orElseThrow();
    var values = Pixels.of(instance);

    assertThat(values).hasSize(frames * rows * columns);
    var highest = Arrays.stream(values).max().orElseThrow();
    assertThat(highest).isLessThan(1 << bits).isGreaterThan(bits == 16 ? 20 : 1 << (bits - 3));
  }
}
