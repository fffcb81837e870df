package org.radcase.demo.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.radcase.demo.entity.DemoCase;
import org.radcase.demo.entity.image.ImageSeries;
import org.radcase.demo.entity.image.Plane;
import org.radcase.demo.entity.phantom.Lab;
import org.radcase.demo.entity.phantom.Phantom;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;

/** What there is to find lies where the text says, on the patient's right side or left (x > 0). */
class DemoFindingsTest {
  private static final DemoStudies STUDIES = new DemoStudies();
  private static final Lab LAB = Lab.open();

  @ParameterizedTest
  @CsvSource({
    "CT_HEAD_EPIDURAL,       1, blood on the right,           -56,  -8,  16,   50,   85",
    "CT_HEAD_EPIDURAL,       1, brain on the left,             56,  -8,  16,   10,   46",
    "CT_HEAD_SUBARACHNOID,   1, blood before the brain stem,    0, -14, -18,   45,   85",
    "CT_HEAD_BASAL_GANGLIA,  1, blood in the left putamen,     28,  -2,   9,   55,   85",
    "CT_HEAD_BASAL_GANGLIA,  1, brain on the right,           -28,  -2,   9,   20,   50",
    "CT_HEAD_INFARCT,        1, dark brain on the left,        48,   0,  20,   12,   28",
    "CT_CHEST_NODULE,        1, nodule of the right upper lobe, -70, 16, 48,    0,   80",
    "CT_CHEST_NODULE,        1, air in the left lung,          70,   0,  48, -980, -700",
    "CT_CHEST_NODULE,        1, liver on the right,           -70,   0, -124,  70,  150",
    "CT_CHEST_NODULE,        1, heart on the left,             40, -26, -80,  100,  230",
    "CT_CHEST_EMBOLISM,      1, clot in the right artery,     -14,   2, -12,   20,  130",
    "CT_CHEST_EMBOLISM,      1, contrast in the aorta,         28,  40,  10,  260,  400",
    "CT_ABDOMEN_STONE,       1, stone in the left ureter,      39,  33, -68,  300, 1400",
    "CT_ABDOMEN_HAEMANGIOMA, 1, dark middle when arteries fill, -94, 22, 36,   20,   80",
    "CT_ABDOMEN_HAEMANGIOMA, 3, filled in the end,            -94,  22,  36,   90,  140",
    "CT_ABDOMEN_ANEURYSM,    1, blood beside the left psoas,   80,  30, -60,   40,   95",
    "CT_ABDOMEN_ANEURYSM,    1, lumen,                         14,  14, -42,  250,  400",
    "CT_ABDOMEN_SPLEEN,      1, liver on the right,           -90, -20,  30,   70,  150",
    "MR_BRAIN_GLIOBLASTOMA,  3, swelling on the right (FLAIR), -40, 40,  18,  560, 1100",
    "MR_BRAIN_MENINGIOMA,    3, bright mass on the left,       36, -40,  34,  800, 1300",
    "MR_LUMBAR,              1, grey piece right in the canal, -5,  29, -57,  180,  420",
    "PT_LYMPHOMA,            1, hot node of the right neck,   -46,   0, 168,    4,   14",
    "PT_LYMPHOMA,            1, liver,                        -80,   0, -170,   1.6,  3"
  })
  void it_lies_where_the_text_says(
      Phantom phantom,
      int series,
      String what,
      double x,
      double y,
      double z,
      double least,
      double most) {
    assertThat(Pixels.around(nearest(phantom, series, x, y, z), x, y, z))
        .as(what)
        .isBetween(least, most);
  }

  /** The instance of a series whose plane is nearest to a point. */
  private static DataSet nearest(Phantom phantom, int series, double x, double y, double z) {
    var planes = phantom.series(LAB).get(series - 1).planes();
    var best = planes.stream()
        .min(Comparator.comparingDouble((Plane plane) -> switch (plane.orientation()) {
          case AXIAL -> Math.abs(plane.z() - z);
          case CORONAL -> Math.abs(plane.y() - y);
          case SAGITTAL -> Math.abs(plane.x() - x);
        }))
        .orElseThrow();
    var name = "series-%d/%04d.dcm".formatted(series, planes.indexOf(best) + 1);
    return STUDIES.files(of(phantom)).stream()
        .filter(file -> file.name().endsWith(name))
        .findFirst()
        .orElseThrow()
        .dataSet();
  }

  private static DemoCase of(Phantom phantom) {
    return DemoCases.all().stream()
        .filter(demo -> demo.phantom() == phantom)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void slices_of_a_stack_lie_one_behind_the_other_at_the_same_distance(Phantom phantom) {
    for (var series : phantom.series(LAB)) {
      if (series.packing() != ImageSeries.Packing.SLICES) continue;
      var first = series.planes().get(0).position();
      var second = series.planes().get(1).position();
      for (var i = 0; i < series.planes().size(); i++) {
        var position = series.planes().get(i).position();
        for (var k = 0; k < 3; k++) {
          var step = second[k] - first[k];
          assertThat(position[k])
              .isCloseTo(first[k] + i * step, org.assertj.core.data.Offset.offset(1e-6));
        }
      }
    }
  }

  @Test
  void a_computed_tomogram_tells_hounsfield_units_windows_and_its_place() {
    var slice = nearest(Phantom.CT_HEAD_EPIDURAL, 1, 0, 0, 0);

    assertThat(slice.decimal(Tag.RESCALE_INTERCEPT)).hasValue(-1024);
    assertThat(slice.string(Tag.RESCALE_TYPE)).hasValue("HU");
    assertThat(slice.decimals(Tag.WINDOW_CENTER)).hasSize(3);
    assertThat(slice.strings(Tag.WINDOW_CENTER_WIDTH_EXPLANATION)).hasSize(3);
    assertThat(slice.decimals(Tag.IMAGE_ORIENTATION_PATIENT)).containsExactly(1, 0, 0, 0, 1, 0);
    assertThat(slice.string(Tag.PATIENT_POSITION)).hasValue("HFS");
    assertThat(slice.decimal(Tag.SLICE_THICKNESS)).hasValue(2.4);
    assertThat(Pixels.around(slice, 105, -100, 0)).isBetween(-1024.0, -980.0);
  }

  @Test
  void an_ultrasound_clip_tells_how_fast_it_runs() {
    var clip = STUDIES.files(of(Phantom.US_TAMPONADE)).get(0).dataSet();

    assertThat(clip.integer(Tag.NUMBER_OF_FRAMES)).hasValue(24);
    assertThat(clip.decimal(Tag.FRAME_TIME)).hasValue(40);
    assertThat(clip.integer(Tag.BITS_ALLOCATED)).hasValue(8);
    assertThat(clip.sequence(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS)).hasSize(1);
  }
}
