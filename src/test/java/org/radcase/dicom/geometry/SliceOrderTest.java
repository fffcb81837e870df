package org.radcase.dicom.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.radcase.dicom.Corpus;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.geometry.SliceOrder.Basis;
import org.radcase.dicom.part10.Part10Reader;

class SliceOrderTest {
  private static final Vector3 LEFT = new Vector3(1, 0, 0);
  private static final Vector3 BACK = new Vector3(0, 1, 0);

  @Test
  void slices_go_along_the_normal_whatever_their_numbers() {
    var order = SliceOrder.of(List.of(axial(10, 1), axial(-5, 2), axial(2.5, 3)));

    assertThat(order.basis()).isEqualTo(Basis.POSITION);
    assertThat(order.indexes()).containsExactly(1, 2, 0);
  }

  @Test
  void any_order_of_arrival_gives_the_same_stack() {
    var random = new Random(3);
    var stack = new ArrayList<Slice>();
    for (var i = 0; i < 60; i++) {
      stack.add(axial(Math.floorDiv(i, 2) * 1.25, i));
    }
    var expected = inOrder(stack);
    for (var round = 0; round < 200; round++) {
      Collections.shuffle(stack, random);
      assertThat(inOrder(stack)).isEqualTo(expected);
    }
  }

  @Test
  void time_points_at_one_place_stay_together_by_acquisition_then_instance() {
    var late = slice(axial(0, 0).plane(), 2, 1);
    var early = slice(axial(0, 0).plane(), 1, 9);
    var above = slice(axial(5, 0).plane(), 1, 2);

    assertThat(SliceOrder.of(List.of(above, late, early)).indexes()).containsExactly(2, 1, 0);
  }

  @Test
  void planes_that_are_not_parallel_go_by_instance_number() {
    var sagittal =
        slice(Optional.of(new Plane(new Vector3(0, 0, 0), BACK, new Vector3(0, 0, -1))), 1, 1);

    var order = SliceOrder.of(List.of(axial(0, 3), axial(1, 2), sagittal));

    assertThat(order.basis()).isEqualTo(Basis.INSTANCE_NUMBER);
    assertThat(order.indexes()).containsExactly(2, 1, 0);
  }

  @Test
  void without_positions_the_instance_number_counts_and_its_lack_comes_last() {
    var order = SliceOrder.of(List.of(
        new Slice(Optional.empty(), Slice.Grid.UNKNOWN, Slice.Pass.UNKNOWN, OptionalInt.empty(), 0),
        slice(Optional.empty(), 1, 2),
        slice(Optional.empty(), 1, 1)));

    assertThat(order.basis()).isEqualTo(Basis.INSTANCE_NUMBER);
    assertThat(order.indexes()).containsExactly(2, 1, 0);
  }

  @Test
  void a_cine_at_one_place_goes_by_its_frames() {
    var frames = new ArrayList<Slice>();
    for (var frame = 4; frame >= 0; frame--) {
      var one = axial(0, 1);
      frames.add(new Slice(one.plane(), one.grid(), one.pass(), one.instanceNumber(), frame));
    }

    assertThat(SliceOrder.of(frames).basis()).isEqualTo(Basis.INSTANCE_NUMBER);
    assertThat(SliceOrder.of(frames).indexes()).containsExactly(4, 3, 2, 1, 0);
  }

  @Test
  void no_slices_have_an_order_too() {
    assertThat(SliceOrder.of(List.of()).indexes()).isEmpty();
  }

  @Test
  void a_real_series_with_a_tilted_gantry_goes_up_without_gaps() throws IOException {
    var headers = series("ct-series-philips");
    var slices = headers.stream().map(header -> Slice.of(header, 0)).toList();

    var order = SliceOrder.of(slices);

    var normal = slices.get(0).plane().orElseThrow().normal();
    var heights = order.indexes().stream()
        .map(index -> slices.get(index).plane().orElseThrow().distanceAlong(normal))
        .toList();
    assertThat(headers).hasSizeGreaterThan(40);
    assertThat(order.basis()).isEqualTo(Basis.POSITION);
    assertThat(heights).isSorted().doesNotHaveDuplicates();
  }

  /** The headers of the largest series of a folder. */
  private static List<DataSet> series(String folder) throws IOException {
    var largest = new HashMap<String, List<DataSet>>();
    for (var sample : Corpus.samples().toList()) {
      if (sample.isRender() && sample.fact("path").startsWith(folder + "/")) {
        var header = Part10Reader.read(sample.file()).dataSet();
        var uid = header.string(Tag.SERIES_INSTANCE_UID).orElse("");
        largest.computeIfAbsent(uid, key -> new ArrayList<>()).add(header);
      }
    }
    return Collections.max(largest.values(), Comparator.comparingInt(headers -> headers.size()));
  }

  private static List<Slice> inOrder(List<Slice> slices) {
    return SliceOrder.of(slices).indexes().stream().map(slices::get).toList();
  }

  private static Slice axial(double height, int instance) {
    return slice(Optional.of(new Plane(new Vector3(-100, -90, height), LEFT, BACK)), 1, instance);
  }

  private static Slice slice(Optional<Plane> plane, int acquisition, int instance) {
    var pass =
        new Slice.Pass(OptionalInt.empty(), OptionalDouble.empty(), OptionalInt.of(acquisition));
    return new Slice(plane, Slice.Grid.UNKNOWN, pass, OptionalInt.of(instance), 0);
  }
}
