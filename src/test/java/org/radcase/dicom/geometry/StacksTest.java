package org.radcase.dicom.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.WithSampleFiles;
import org.radcase.dicom.geometry.SliceOrder.Basis;
import org.radcase.dicom.geometry.StackFinding.MissingSlices;
import org.radcase.dicom.geometry.StackFinding.SharedPlaces;
import org.radcase.dicom.geometry.StackFinding.Tilt;
import org.radcase.dicom.geometry.StackFinding.UnevenSpacing;
import org.radcase.dicom.part10.Part10Reader;

class StacksTest {
  private static final Vector3 LEFT = new Vector3(1, 0, 0);
  private static final Vector3 BACK = new Vector3(0, 1, 0);
  private static final Vector3 FEET = new Vector3(0, 0, -1);
  private static final Slice.Grid GRID = new Slice.Grid(256, 256, 0.5, 0.5);

  @Test
  void one_volume_is_one_stack_along_its_normal() {
    var stack = only(List.of(axial(3, 5), axial(1, 0), axial(2, 2.5)));

    assertThat(stack.indexes()).containsExactly(1, 2, 0);
    assertThat(stack.basis()).isEqualTo(Basis.POSITION);
    assertThat(stack.spacing()).hasValue(2.5);
    assertThat(stack.findings()).isEmpty();
  }

  @Test
  void a_localizer_in_three_directions_is_three_stacks() {
    var stacks = Stacks.of(List.of(
        slice(1, LEFT, BACK, 0, GRID),
        slice(2, BACK, FEET, 0, GRID),
        slice(3, LEFT, FEET, 0, GRID),
        slice(4, LEFT, BACK, 10, GRID)));

    assertThat(indexes(stacks)).containsExactly(List.of(0, 3), List.of(1), List.of(2));
  }

  @Test
  void other_spacing_or_another_matrix_is_another_stack() {
    var stacks = Stacks.of(List.of(
        axial(1, 0),
        slice(2, LEFT, BACK, 5, new Slice.Grid(256, 256, 0.6, 0.6)),
        slice(3, LEFT, BACK, 10, new Slice.Grid(512, 512, 0.5, 0.5)),
        slice(4, LEFT, BACK, 15, new Slice.Grid(256, 256, 0.5004, 0.5))));

    assertThat(indexes(stacks)).containsExactly(List.of(0, 3), List.of(1), List.of(2));
  }

  @Test
  void the_other_side_of_a_plane_is_another_direction() {
    var flipped = slice(2, LEFT, BACK.opposite(), 0, GRID);

    assertThat(Stacks.of(List.of(axial(1, 0), flipped))).hasSize(2);
  }

  @Test
  void echoes_and_time_points_at_the_same_places_part() {
    var slices = new ArrayList<Slice>();
    for (var time = 1; time <= 3; time++) {
      for (var echo = 1; echo <= 2; echo++) {
        for (var place = 0; place < 4; place++) {
          slices.add(passing(slices.size(), place * 3.0, time, echo * 12.5, 1));
        }
      }
    }

    var stacks = Stacks.of(slices);

    assertThat(indexes(stacks))
        .hasSize(6)
        .contains(List.of(0, 1, 2, 3), List.of(4, 5, 6, 7), List.of(20, 21, 22, 23));
    assertThat(stacks).allSatisfy(stack -> assertThat(stack.findings()).isEmpty());
  }

  @Test
  void acquisitions_that_follow_one_another_stay_together() {
    // an axial CT, slice by slice: each rotation has a number of its own
    var slices = List.of(passing(1, 0, 0, 0, 1), passing(2, 5, 0, 0, 2), passing(3, 10, 0, 0, 3));

    assertThat(only(slices).indexes()).containsExactly(0, 1, 2);
  }

  @Test
  void acquisitions_over_the_same_places_part() {
    var slices = List.of(
        passing(1, 0, 0, 0, 1),
        passing(2, 5, 0, 0, 1),
        passing(3, 0, 0, 0, 2),
        passing(4, 5, 0, 0, 2));

    assertThat(indexes(Stacks.of(slices))).containsExactly(List.of(0, 1), List.of(2, 3));
  }

  @Test
  void acquisitions_shifted_against_one_another_part() {
    var slices = new ArrayList<Slice>();
    for (var place = 0; place < 4; place++) {
      slices.add(passing(place, place * 5.0, 0, 0, 1));
      slices.add(passing(10 + place, place * 5.0 + 1.3, 0, 0, 2));
    }

    assertThat(indexes(Stacks.of(slices)))
        .containsExactly(List.of(0, 2, 4, 6), List.of(1, 3, 5, 7));
  }

  @Test
  void two_packages_between_one_another_are_one_volume() {
    var slices = new ArrayList<Slice>();
    for (var place = 0; place < 6; place++) {
      slices.add(passing(place, place * 5.0, 0, 0, place % 2));
    }

    assertThat(only(slices).indexes()).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void a_time_point_numbered_by_image_tells_nothing_so_their_turn_does() {
    var slices = new ArrayList<Slice>();
    for (var number = 1; number <= 7; number++) {
      slices.add(passing(number, (number - 1) % 3 * 4.0, number, 0, 1));
    }

    // the third time point was broken off after one slice
    assertThat(indexes(Stacks.of(slices)))
        .containsExactly(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6));
  }

  @Test
  void frames_that_nothing_tells_apart_stay_and_are_reported() {
    var slices = List.of(axial(1, 0), axial(2, 0), axial(3, 0), axial(4, 5), axial(5, 10));

    assertThat(only(slices).findings()).containsExactly(new SharedPlaces(1));
  }

  @Test
  void a_cine_at_one_place_is_a_sequence() {
    var stack = only(List.of(passing(3, 7, 3, 0, 1), passing(1, 7, 1, 0, 1), axial(2, 7)));

    assertThat(stack.basis()).isEqualTo(Basis.INSTANCE_NUMBER);
    assertThat(stack.indexes()).containsExactly(1, 2, 0);
  }

  @Test
  void images_without_planes_go_by_their_numbers_whatever_their_size() {
    var stacks =
        Stacks.of(List.of(plain(2, new Slice.Grid(100, 100, 0, 0)), plain(1, GRID), axial(3, 0)));

    assertThat(indexes(stacks)).containsExactly(List.of(1, 0), List.of(2));
  }

  @Test
  void missing_slices_are_counted_where_they_are_missing() {
    var stack = only(stackAt(0, 2, 4, 10, 12, 16));

    assertThat(stack.spacing()).hasValue(2);
    assertThat(stack.findings())
        .containsExactly(new MissingSlices(2, 6, 2), new MissingSlices(4, 4, 1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {2.06, 1.94, 1.8})
  void a_little_jitter_is_no_gap(double third) {
    var even = only(stackAt(0, 2, 2 + third, 4 + third)).findings();

    assertThat(even.isEmpty()).isEqualTo(Math.abs(third - 2) <= 0.1);
  }

  @Test
  void uneven_spacing_is_reported_with_its_extremes() {
    assertThat(only(stackAt(0, 2, 4, 7, 9)).findings()).containsExactly(new UnevenSpacing(2, 3));
  }

  @Test
  void two_slices_have_a_spacing_and_no_gap() {
    var stack = only(stackAt(0, 30));

    assertThat(stack.spacing()).hasValue(30);
    assertThat(stack.findings()).isEmpty();
  }

  @Test
  void a_tilted_gantry_is_found_by_its_geometry() {
    var radians = Math.toRadians(20);
    var down = new Vector3(0, Math.cos(radians), -Math.sin(radians));
    var slices = new ArrayList<Slice>();
    for (var i = 0; i < 5; i++) {
      var plane = new Plane(new Vector3(-100, -100, i * 5.0), LEFT, down);
      slices.add(new Slice(Optional.of(plane), GRID, Slice.Pass.UNKNOWN, OptionalInt.of(i), 0));
    }

    var stack = only(slices);

    assertThat(stack.spacing().orElseThrow()).isCloseTo(5 * Math.cos(radians), within(1e-9));
    assertThat(stack.findings())
        .singleElement()
        .isInstanceOfSatisfying(
            Tilt.class, tilt -> assertThat(tilt.degrees()).isCloseTo(20, within(1e-9)));
  }

  @Test
  void any_order_of_arrival_gives_the_same_stacks() {
    var random = new Random(9);
    var slices = new ArrayList<Slice>();
    for (var number = 0; number < 60; number++) {
      var turn = Math.floorDiv(number, 12);
      slices.add(
          number % 12 < 8
              ? passing(number, number % 12 * 2.5, turn, 10 * (turn % 2), 1)
              : slice(number, BACK, FEET, number, GRID));
    }
    var expected = inOrder(slices);
    for (var round = 0; round < 100; round++) {
      Collections.shuffle(slices, random);
      assertThat(inOrder(slices)).isEqualTo(expected);
    }
  }

  @Test
  void whatever_the_slices_each_is_in_one_stack() {
    var random = new Random(2);
    for (var round = 0; round < 300; round++) {
      var slices = new ArrayList<Slice>();
      for (var i = random.nextInt(40); i >= 0; i--) {
        slices.add(
            random.nextInt(9) == 0
                ? plain(random.nextInt(5), GRID)
                : passing(
                    random.nextInt(20),
                    random.nextInt(5) * (random.nextInt(7) == 0 ? 0.7 : 1),
                    random.nextInt(3),
                    random.nextInt(2),
                    random.nextInt(3)));
      }
      assertThat(Stacks.of(slices).stream()
              .flatMap(stack -> stack.indexes().stream())
              .sorted()
              .toList())
          .isEqualTo(IntStream.range(0, slices.size()).boxed().toList());
    }
  }

  @Test
  void a_thousand_directions_are_one_sequence() {
    var slices = new ArrayList<Slice>();
    for (var i = 0; i < 1000; i++) {
      var angle = 2 * Math.PI * i / 1000;
      var row = new Vector3(Math.cos(angle), Math.sin(angle), 0);
      slices.add(slice(i, row, FEET, 0, GRID));
    }

    assertThat(only(slices).basis()).isEqualTo(Basis.INSTANCE_NUMBER);
  }

  @Test
  void no_slices_are_no_stacks() {
    assertThat(Stacks.of(List.of())).isEmpty();
  }

  @Test
  @WithSampleFiles
  void a_real_functional_series_is_ten_volumes_of_fifteen_slices() throws IOException {
    var stacks = Stacks.of(series("mr-series-ge"));

    assertThat(stacks).hasSize(10).allSatisfy(stack -> {
      assertThat(stack.indexes()).hasSize(15);
      assertThat(stack.spacing().orElseThrow()).isCloseTo(5, within(1e-3));
      assertThat(stack.findings()).isEmpty();
    });
  }

  @Test
  @WithSampleFiles
  void real_tilted_gantries_are_found() throws IOException {
    assertTilted(only(series("ct-series-philips/S2010")), 54, 18.5);
    assertTilted(only(series("dicom2nifti/failing/gantrytilting")), 4, 14);
  }

  @Test
  @WithSampleFiles
  void a_real_missing_slice_is_found() throws IOException {
    assertThat(only(series("dicom2nifti/failing/sliceincrement")).findings())
        .singleElement()
        .isInstanceOfSatisfying(MissingSlices.class, gap -> {
          assertThat(gap.after()).isEqualTo(2);
          assertThat(gap.missing()).isEqualTo(1);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mr-series-siemens",
        "dicom2nifti/ge",
        "dicom2nifti/hitachi",
        "dicom2nifti/philips",
        "dicom2nifti/siemens_multiframe",
        "dcmqi/segmentations/ct-3slice"
      })
  @WithSampleFiles
  void real_volumes_without_fault_have_no_findings(String folder) throws IOException {
    var stack = only(series(folder));

    assertThat(stack.basis()).isEqualTo(Basis.POSITION);
    assertThat(stack.findings()).isEmpty();
  }

  private static void assertTilted(Stack stack, int slices, double degrees) {
    assertThat(stack.indexes()).hasSize(slices);
    assertThat(stack.findings())
        .singleElement()
        .isInstanceOfSatisfying(
            Tilt.class, tilt -> assertThat(tilt.degrees()).isCloseTo(degrees, within(0.05)));
  }

  /** All frames of the images of a folder. */
  private static List<Slice> series(String folder) throws IOException {
    var slices = new ArrayList<Slice>();
    for (var sample : Corpus.samples().toList()) {
      if (sample.isRender() && sample.fact("path").startsWith(folder + "/")) {
        var header = Part10Reader.read(sample.file()).dataSet();
        for (var frame = 0; frame < sample.number("frames", 1); frame++) {
          slices.add(Slice.of(header, frame));
        }
      }
    }
    return slices;
  }

  private static Stack only(List<Slice> slices) {
    var stacks = Stacks.of(slices);
    assertThat(stacks).hasSize(1);
    return stacks.get(0);
  }

  private static List<List<Integer>> indexes(List<Stack> stacks) {
    return stacks.stream().map(Stack::indexes).toList();
  }

  private static List<List<Slice>> inOrder(List<Slice> slices) {
    return Stacks.of(slices).stream()
        .map(stack -> stack.indexes().stream().map(slices::get).toList())
        .toList();
  }

  private static List<Slice> stackAt(double... heights) {
    return Arrays.stream(heights)
        .mapToObj(height -> axial((int) height, height))
        .toList();
  }

  private static Slice axial(int number, double height) {
    return slice(number, LEFT, BACK, height, GRID);
  }

  /** @param place mm along the normal */
  private static Slice slice(
      int number, Vector3 rows, Vector3 columns, double place, Slice.Grid grid) {
    var position = new Vector3(-10, -20, -30).plus(rows.cross(columns).times(place));
    var plane = Optional.of(new Plane(position, rows, columns));
    return new Slice(plane, grid, Slice.Pass.UNKNOWN, OptionalInt.of(number), 0);
  }

  private static Slice passing(int number, double height, int time, double echo, int acquisition) {
    var pass =
        new Slice.Pass(OptionalInt.of(time), OptionalDouble.of(echo), OptionalInt.of(acquisition));
    return new Slice(axial(number, height).plane(), GRID, pass, OptionalInt.of(number), 0);
  }

  private static Slice plain(int number, Slice.Grid grid) {
    return new Slice(Optional.empty(), grid, Slice.Pass.UNKNOWN, OptionalInt.of(number), 0);
  }
}
